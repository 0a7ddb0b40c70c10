import { securityChanged } from '@mallhive/identity/events';
import { localisedUrl } from '@mallhive/kernel';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from '../orders/step.ts';

/** Something that lets people in changed: the person is told. */
export function tellOfSecurityChange(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'tell-of-security-change',
      name: 'Tell of a security change',
      retries: 10,
      triggers: { event: securityChanged.name },
    },
    ({ event, step }) => handleSecurityChange(dependencies, event, step),
  );
}

export const handleSecurityChange: Handler = async (dependencies, event, step) => {
  const { userId, change, detail } = securityChanged.schema.parse(event.data);
  const at = new Date(event.ts ?? Date.now()).toISOString();
  const queued = await step.run('write-message', async () => {
    const contact = await dependencies.identity.contact(userId);
    if (!contact) return [];
    const { email, name, locale } = contact;
    const securityUrl = localisedUrl(dependencies.web.shellUrl, locale, '/account/security');
    return dependencies.notifications.queue([
      {
        key: `security-changed:${event.id ?? `${userId}:${change}:${at}`}`,
        template: 'security-changed',
        to: { email, userId },
        locale,
        data: { name, change, detail, at, securityUrl },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { userId };
};
