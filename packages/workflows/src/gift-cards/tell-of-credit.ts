import { localisedUrl } from '@mallhive/kernel';
import { creditGranted } from '@mallhive/payments/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from '../orders/step.ts';

/** A person got credit: they are told, by mail and in their inbox. */
export function tellOfCredit(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'tell-of-credit', name: 'Tell of credit', retries: 10, triggers: { event: creditGranted.name } },
    ({ event, step }) => handleCredit(dependencies, event, step),
  );
}

export const handleCredit: Handler = async (dependencies, event, step) => {
  const { identity, notifications, web } = dependencies;
  const { movement, userId, amount, currency, note } = creditGranted.schema.parse(event.data);
  const queued = await step.run('write-message', async () => {
    const contact = await identity.contact(userId);
    if (!contact) return [];
    const { email, name, locale } = contact;
    return notifications.queue([
      {
        key: `credit:${movement}`,
        template: 'credit-granted',
        to: { email, userId },
        locale,
        inbox: true,
        data: { name, amount, currency, note, url: localisedUrl(web.shellUrl, locale, '/account/credit') },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { movement };
};
