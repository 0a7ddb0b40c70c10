import { localisedUrl } from '@mallhive/kernel';
import { shipmentDelivered } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type IncomingEvent, type Steps } from './step.ts';

/** Long enough to have used it. */
const waitMs = 7 * 86_400_000;

type Dependencies = Pick<WorkflowDependencies, 'identity' | 'catalog' | 'notifications' | 'web'>;

/**
 * A parcel arrived at somebody with an account: a week later they are asked what they think of what was in their order, once
 * for each order. Not when all of it is reviewed by then, when they do not want such mails, or when the person was erased.
 */
export function askForReview(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'ask-for-review', name: 'Ask for a review', retries: 10, triggers: { event: shipmentDelivered.name } },
    ({ event, step }) => handleDelivered(dependencies, event, step),
  );
}

export async function handleDelivered(
  dependencies: Dependencies,
  event: IncomingEvent,
  step: Pick<Steps, 'run' | 'sleepUntil'>,
): Promise<{ asked: boolean }> {
  const { userId, orderId, orderNumber } = shipmentDelivered.schema.parse(event.data);
  if (!userId) return { asked: false };
  await step.sleepUntil('until-it-was-used', new Date((event.ts ?? Date.now()) + waitMs));
  const good = await step.run('good-time', () => dependencies.notifications.goodTime(userId, new Date()));
  await step.sleepUntil('until-it-is-day', new Date(good as string | Date));
  const queued = await step.run('write-message', async () => {
    const { identity, catalog, notifications, web } = dependencies;
    const contact = await identity.contact(userId);
    const products = contact ? await catalog.productsToReview({ userId, orderId }) : [];
    if (!contact || products.length === 0) return [];
    const { email, name, locale } = contact;
    return notifications.queue([
      {
        key: `review-request:${orderId}`,
        template: 'review-request',
        to: { email, userId },
        locale,
        inbox: true,
        data: {
          orderNumber,
          name,
          products: products.map(({ title, slug }) => ({
            title,
            url: `${localisedUrl(web.shellUrl, locale, `/p/${slug}`)}#reviews`,
          })),
        },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { asked: (queued as string[]).length > 0 };
}
