import { invitationRequested } from '@mallhive/identity/events';
import { secretLink } from '@mallhive/notifications';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from '../orders/step.ts';

const dayMs = 86_400_000;

/** Somebody is invited into a team, or once more: the mail with the link, which is stored nowhere. */
export function mailInvitation(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'mail-invitation', name: 'Mail an invitation', retries: 10, triggers: { event: invitationRequested.name } },
    ({ event, step }) => handleInvitation(dependencies, event, step),
  );
}

export const handleInvitation: Handler = async (dependencies, event, step) => {
  const { invitationId } = invitationRequested.schema.parse(event.data);
  const queued = await step.run('write-message', async () => {
    const invitation = await dependencies.identity.invitationMail(invitationId);
    // Revoked or accepted before the mail was written.
    if (!invitation) return [];
    const { email, organisation: shop, role, locale, expiresAt } = invitation;
    return dependencies.notifications.queue([
      {
        // Sent again is another term and another mail.
        key: `invitation:${invitationId}:${expiresAt.getTime()}`,
        template: 'team-invitation',
        to: { email, userId: null },
        locale,
        data: {
          shop,
          role,
          days: Math.max(1, Math.round((expiresAt.getTime() - Date.now()) / dayMs)),
          url: secretLink(invitationId),
        },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { invitationId };
};
