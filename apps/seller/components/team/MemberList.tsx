import { useApi } from '@mallhive/api-client';
import { Badge, Button, Monogram, Notice, SelectField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dayOf } from '../../logic/days.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import type { Membership, Team } from '../../types.ts';
import { useConfirm } from '../frame/confirm.tsx';
import { useOrganisation } from '../organisation.tsx';
import { roleNames } from './InviteDialog.tsx';

const { team: text, roles, failed, refused } = organisationMessages;

/** Owners change roles and remove people; everybody sees who they work with. */
export function MemberList({ members }: { members: Team['members'] }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const { sellerId, role: mine, status } = useOrganisation();
  const owner = mine === 'owner' && (status === 'approved' || status === 'pending');
  const onSettled = () => queries.invalidateQueries({ queryKey: api.identity.team.pathKey() });
  const change = useMutation(api.identity.changeMemberRole.mutationOptions({ onSettled }));
  const remove = useMutation(api.identity.removeMember.mutationOptions({ onSettled }));
  const error = change.error ?? remove.error;

  const setRole = (member: Team['members'][number], role: Membership['role']) => {
    remove.reset();
    const { userId, name, me } = member;
    change.mutate(
      { sellerId, userId, role },
      {
        onSuccess: () => {
          // Who is no owner any more sees another dashboard.
          if (me) window.location.reload();
          else toast.show({ message: text.roleSaved(name, roles[role].label.toLowerCase()) });
        },
      },
    );
  };
  const askToRemove = async ({ userId, name }: Team['members'][number]) => {
    const sure = await confirm({
      title: text.removeTitle(name),
      body: text.removeText,
      confirm: text.remove,
      tone: 'danger',
    });
    if (!sure) return;
    change.reset();
    remove.mutate({ sellerId, userId }, { onSuccess: () => toast.show({ message: text.removed(name) }) });
  };
  return (
    <div className="grid gap-4">
      {error ? (
        <Notice tone="danger" role="alert">
          {sayRefusal(error, refused, failed)}
        </Notice>
      ) : null}
      <ul className="divide-y divide-line" aria-label={text.members}>
        {members.map((member) => (
          <li key={member.userId} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-3">
            <Monogram name={member.name} size={40} />
            <div className="min-w-0 flex-1 basis-44">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                <span className="truncate">{member.name}</span>
                {member.me ? <Badge>{text.you}</Badge> : null}
              </p>
              <p className="truncate text-sm text-ink-soft">
                {member.email ?? roles[member.role].label} · {text.since} {dayOf(member.since)}
              </p>
            </div>
            {owner ? (
              <div className="flex items-center gap-2">
                <SelectField
                  label={text.roleOf(member.name)}
                  hideLabel
                  value={member.role}
                  disabled={change.isPending}
                  options={roleNames.map((name) => ({ value: name, label: roles[name].label }))}
                  onChange={(event) => {
                    const role = roleNames.find((name) => name === event.currentTarget.value);
                    if (role && role !== member.role) setRole(member, role);
                  }}
                />
                {member.me ? null : (
                  <Button
                    variant="secondary"
                    size="small"
                    aria-label={text.removeOf(member.name)}
                    onClick={() => void askToRemove(member)}
                  >
                    {text.remove}
                  </Button>
                )}
              </div>
            ) : (
              <Badge>{roles[member.role].label}</Badge>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
