import { useApi } from '@mallhive/api-client';
import { Badge, Button, Notice } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dayOf } from '../../logic/days.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import type { Team } from '../../types.ts';
import { useConfirm } from '../frame/confirm.tsx';
import { useOrganisation } from '../organisation.tsx';

const { team: text, roles, failed, refused } = organisationMessages;
type Row = Team['invitations'][number];

export function InvitationList({ invitations }: { invitations: Row[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const { sellerId } = useOrganisation();
  const onSettled = () => queries.invalidateQueries({ queryKey: api.identity.team.pathKey() });
  const resend = useMutation(api.identity.resendInvitation.mutationOptions({ onSettled }));
  const revoke = useMutation(api.identity.revokeInvitation.mutationOptions({ onSettled }));
  const error = resend.error ?? revoke.error;
  const send = ({ id, email }: Row) => {
    revoke.reset();
    resend.mutate({ sellerId, id }, { onSuccess: () => toast.show({ message: text.resent(email) }) });
  };
  const end = async ({ id, email }: Row) => {
    const question = {
      title: text.revokeTitle(email),
      body: text.revokeText,
      confirm: text.revoke,
      tone: 'danger',
    } as const;
    if (!(await confirm(question))) return;
    resend.reset();
    revoke.mutate({ sellerId, id }, { onSuccess: () => toast.show({ message: text.revoked }) });
  };
  if (invitations.length === 0) return <p className="text-ink-soft">{text.invitationsEmpty}</p>;
  return (
    <div className="grid gap-4">
      {error ? (
        <Notice tone="danger" role="alert">
          {sayRefusal(error, refused, failed)}
        </Notice>
      ) : null}
      <ul className="divide-y divide-line" aria-label={text.invitations}>
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <p className="truncate font-semibold">{invitation.email}</p>
              <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
                {roles[invitation.role].label} · {text.invitedOn(dayOf(invitation.invitedAt))} ·{' '}
                {invitation.state === 'expired' ? (
                  <Badge tone="caution">{text.expired}</Badge>
                ) : (
                  text.until(dayOf(invitation.expiresAt))
                )}
              </p>
            </div>
            <div className="flex gap-2">
              <Button
                variant="secondary"
                size="small"
                aria-label={text.resendOf(invitation.email)}
                busy={resend.isPending && resend.variables?.id === invitation.id}
                onClick={() => send(invitation)}
              >
                {text.resend}
              </Button>
              <Button
                variant="quiet"
                size="small"
                aria-label={text.revokeOf(invitation.email)}
                onClick={() => void end(invitation)}
              >
                {text.revoke}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
