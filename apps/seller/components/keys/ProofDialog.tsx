import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Dialog, Notice, RadioCards, TextField } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { organisationMessages } from '../../messages/organisation.ts';

const { proof: text, failed } = organisationMessages;

/** Asked before a sensitive change when the last proof is too long ago; `onProved` then repeats the change. */
export function ProofDialog({ onProved, onClose }: { onProved: () => void; onClose: () => void }) {
  const api = useApi();
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [value, setValue] = useState('');
  const prove = useMutation(api.identity.confirmIdentity.mutationOptions({ onSuccess: onProved }));
  const reason = refusalOf(prove.error)?.reason;
  const said = { too_many_requests: text.wait, invalid_credentials: text.wrong, code_invalid: text.wrong }[
    reason ?? ''
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim()) prove.mutate(way === 'password' ? { password: value } : { code: value.trim() });
  };
  return (
    <Dialog open onClose={onClose} title={text.title}>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <p className="text-ink-soft">{text.lead}</p>
        {prove.isError ? (
          <Notice tone="danger" role="alert">
            {said ?? failed}
          </Notice>
        ) : null}
        <RadioCards
          legend={text.way}
          name="way"
          value={way}
          options={(['password', 'code'] as const).map((id) => ({ value: id, label: text.ways[id] }))}
          onChange={(next) => {
            setWay(next === 'code' ? 'code' : 'password');
            setValue('');
          }}
        />
        <TextField
          key={way}
          label={text[way]}
          name={way}
          type={way === 'password' ? 'password' : 'text'}
          autoComplete={way === 'password' ? 'current-password' : 'one-time-code'}
          required
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button type="submit" busy={prove.isPending} className="justify-self-end">
          {prove.isPending ? text.confirming : text.confirm}
        </Button>
      </form>
    </Dialog>
  );
}
