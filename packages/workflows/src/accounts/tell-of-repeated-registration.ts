import { registrationRepeated } from '@mallhive/identity/events';
import { localisedUrl } from '@mallhive/kernel';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from '../orders/step.ts';

/** Somebody tried to register with the address of an account: its owner is told, once a day at most. */
export function tellOfRepeatedRegistration(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'tell-of-repeated-registration',
      name: 'Tell of a repeated registration',
      retries: 10,
      triggers: { event: registrationRepeated.name },
    },
    ({ event, step }) => handleRepeatedRegistration(dependencies, event, step),
  );
}

export const handleRepeatedRegistration: Handler = async (dependencies, event, step) => {
  const { userId } = registrationRepeated.schema.parse(event.data);
  const queued = await step.run('write-message', async () => {
    const contact = await dependencies.identity.contact(userId);
    if (!contact) return [];
    const { email, name, locale } = contact;
    const page = (path: string) => localisedUrl(dependencies.web.shellUrl, locale, path);
    const today = new Date().toISOString().slice(0, 10);
    return dependencies.notifications.queue([
      {
        key: `registration-repeated:${userId}:${today}`,
        template: 'registration-repeated',
        to: { email, userId },
        locale,
        data: { name, signInUrl: page('/sign-in'), resetUrl: page('/forgot-password') },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { userId };
};
