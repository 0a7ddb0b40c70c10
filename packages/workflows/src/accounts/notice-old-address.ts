import { emailChanged } from '@mallhive/identity/events';
import { localisedUrl } from '@mallhive/kernel';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from '../orders/step.ts';

/** The address of an account changed: the old one gets a notice, for the case that it was not its owner's doing. */
export function noticeOldAddress(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'notice-old-address',
      name: 'Notice to the old address',
      retries: 10,
      triggers: { event: emailChanged.name },
    },
    ({ event, step }) => handleEmailChange(dependencies, event, step),
  );
}

export const handleEmailChange: Handler = async (dependencies, event, step) => {
  const { userId, linkId } = emailChanged.schema.parse(event.data);
  const queued = await step.run('write-message', async () => {
    const old = await dependencies.identity.linkContact(linkId);
    if (!old) return [];
    return dependencies.notifications.queue([
      {
        key: `email-changed:${linkId}`,
        template: 'email-changed',
        to: { email: old.email, userId },
        locale: old.locale,
        data: { name: old.name, helpUrl: localisedUrl(dependencies.web.shellUrl, old.locale, '/help') },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { userId };
};
