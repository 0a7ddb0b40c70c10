import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Checkbox, Dialog, Notice, SelectField, TextField } from '@mallhive/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import type { ApiKey } from '../../types.ts';
import { useOrganisation } from '../organisation.tsx';
import { ShownOnce } from '../ShownOnce.tsx';
import { ProofDialog } from './ProofDialog.tsx';

const { keys: text, failed, refused } = organisationMessages;
type Scope = ApiKey['scopes'][number];
const scopes = Object.keys(text.scope) as Scope[];
const expiries = ['30', '90', '365', 'never'] as const;

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const { sellerId } = useOrganisation();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Scope>>(new Set());
  const [expiry, setExpiry] = useState<(typeof expiries)[number]>('90');
  const [tried, setTried] = useState(false);
  const [proving, setProving] = useState(false);
  const create = useMutation(
    api.identity.createApiKey.mutationOptions({
      onError: (error) => setProving(refusalOf(error)?.reason === 'step_up_required'),
      onSettled: () => queries.invalidateQueries({ queryKey: api.identity.apiKeys.pathKey() }),
    }),
  );
  const make = () =>
    create.mutate({
      sellerId,
      name,
      scopes: scopes.filter((scope) => chosen.has(scope)),
      expiresInDays: expiry === 'never' ? null : Number(expiry),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && chosen.size > 0) make();
  };
  if (proving) {
    return (
      <ProofDialog
        onClose={() => setProving(false)}
        onProved={() => {
          setProving(false);
          make();
        }}
      />
    );
  }
  return (
    <Dialog open onClose={onClose} title={create.data ? text.madeTitle : text.create}>
      {create.data ? (
        <ShownOnce value={create.data.key} text={text} onClose={onClose} />
      ) : (
        <form noValidate onSubmit={submit} className="grid gap-5">
          {create.isError && refusalOf(create.error)?.reason !== 'step_up_required' ? (
            <Notice tone="danger" role="alert">
              {sayRefusal(create.error, refused, failed)}
            </Notice>
          ) : null}
          <TextField
            label={text.name}
            name="name"
            hint={text.nameHint}
            maxLength={80}
            required
            value={name}
            error={tried && !name.trim() ? text.needName : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <fieldset>
            <legend className="mb-2 font-semibold">{text.scopes}</legend>
            <div className="grid gap-2 sm:grid-cols-2">
              {scopes.map((scope) => (
                <Checkbox
                  key={scope}
                  label={text.scope[scope] ?? scope}
                  checked={chosen.has(scope)}
                  onChange={() => {
                    const next = new Set(chosen);
                    if (!next.delete(scope)) next.add(scope);
                    setChosen(next);
                  }}
                />
              ))}
            </div>
            {tried && chosen.size === 0 ? (
              <p role="alert" className="mt-2 text-sm text-danger">
                {text.needScope}
              </p>
            ) : null}
          </fieldset>
          <SelectField
            label={text.expiry}
            name="expiry"
            value={expiry}
            options={expiries.map((value) => ({ value, label: text.expiries[value] }))}
            onChange={(event) => setExpiry(expiries.find((value) => value === event.currentTarget.value) ?? '90')}
          />
          <Button type="submit" busy={create.isPending} className="justify-self-end">
            {create.isPending ? text.making : text.make}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
