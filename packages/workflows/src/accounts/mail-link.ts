import { linkRequested } from '@mallhive/identity/events';
import { secretLink } from '@mallhive/notifications';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from '../orders/step.ts';

const templates = {
  verify_email: 'verify-email',
  reset_password: 'reset-password',
  change_email: 'confirm-email-change',
} as const;

/** Somebody is to show that an address is theirs: the mail with the link. */
export function mailLink(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'mail-link', name: 'Mail a link', retries: 10, triggers: { event: linkRequested.name } },
    ({ event, step }) => handleLink(dependencies, event, step),
  );
}

export const handleLink: Handler = async (dependencies, event, step) => {
  const { linkId, kind } = linkRequested.schema.parse(event.data);
  const queued = await step.run('write-message', async () => {
    // No such account: the event is there so that nobody can tell from outside.
    const contact = await dependencies.identity.linkContact(linkId);
    if (!contact || contact.used) return [];
    const { email, userId, name, locale } = contact;
    return dependencies.notifications.queue([
      {
        key: `link:${linkId}`,
        template: templates[kind],
        to: { email, userId },
        locale,
        data: { name, url: secretLink(linkId) },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { linkId };
};
