import { emailVerified } from '@mallhive/identity/events';
import { localisedUrl } from '@mallhive/kernel';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from '../orders/step.ts';

/** Somebody verified the address of their account: a welcome by mail and in the inbox. */
export function welcomeUser(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'welcome-user', name: 'Welcome a new user', retries: 10, triggers: { event: emailVerified.name } },
    ({ event, step }) => handleVerified(dependencies, event, step),
  );
}

export const handleVerified: Handler = async (dependencies, event, step) => {
  const { userId } = emailVerified.schema.parse(event.data);
  const queued = await step.run('write-messages', async () => {
    const contact = await dependencies.identity.contact(userId);
    if (!contact) return [];
    const { email, name, locale } = contact;
    return dependencies.notifications.queue([
      {
        key: `welcome:${userId}`,
        template: 'welcome',
        to: { email, userId },
        locale,
        inbox: true,
        data: { name, shopUrl: localisedUrl(dependencies.web.shellUrl, locale, '/') },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { userId };
};
