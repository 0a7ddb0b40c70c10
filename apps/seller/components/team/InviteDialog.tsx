import { useApi } from '@mallhive/api-client';
import { Button, Dialog, Notice, RadioCards, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../logic/organisation-form.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import type { Membership } from '../../types.ts';
import { useOrganisation } from '../organisation.tsx';

const { team, roles, failed, refused } = organisationMessages;
const text = team.dialog;
export const roleNames = ['owner', 'manager', 'fulfilment'] as const satisfies readonly Membership['role'][];

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Membership['role']>('manager');
  const [tried, setTried] = useState(false);
  const invite = useMutation(
    api.identity.inviteMember.mutationOptions({
      onSuccess: () => {
        toast.show({ message: text.sent(email.trim()) });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.identity.team.pathKey() }),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problemOf('contactEmail', email) === null) invite.mutate({ sellerId, email, role });
  };
  return (
    <Dialog open onClose={onClose} title={text.title}>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <p className="text-ink-soft">{text.lead}</p>
        {invite.isError ? (
          <Notice tone="danger" role="alert">
            {sayRefusal(invite.error, refused, failed)}
          </Notice>
        ) : null}
        <TextField
          label={text.email}
          name="email"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          maxLength={254}
          required
          value={email}
          error={tried ? problemOf('contactEmail', email) : null}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <RadioCards
          legend={text.role}
          name="role"
          value={role}
          onChange={(value) => setRole(roleNames.find((name) => name === value) ?? 'manager')}
          options={roleNames.map((name) => ({ value: name, label: roles[name].label, description: roles[name].hint }))}
        />
        <Button type="submit" busy={invite.isPending} className="justify-self-end">
          {invite.isPending ? text.sending : text.send}
        </Button>
      </form>
    </Dialog>
  );
}
