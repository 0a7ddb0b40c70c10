import { reviewWritten } from '@mallhive/catalog/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type IncomingEvent, type Steps } from '../orders/step.ts';

type Dependencies = Pick<WorkflowDependencies, 'identity' | 'catalog' | 'notifications' | 'web'>;

/** Somebody reviewed a product: the people of its shop are told, so that they can answer. */
export function tellOfReview(inngest: Inngest.Any, dependencies: Dependencies) {
  return inngest.createFunction(
    { id: 'tell-of-review', name: 'Tell a seller of a review', retries: 10, triggers: { event: reviewWritten.name } },
    ({ event, step }) => handleReview(dependencies, event, step),
  );
}

export async function handleReview(
  { identity, catalog, notifications, web }: Dependencies,
  event: IncomingEvent,
  step: Pick<Steps, 'run'>,
): Promise<{ reviewId: string }> {
  const { reviewId, productId, sellerId, rating, title, text } = reviewWritten.schema.parse(event.data);
  const queued = await step.run('write-messages', async () => {
    const [[seller], [product]] = await Promise.all([
      identity.sellerContacts([sellerId]),
      catalog.cardsByIds([productId]),
    ]);
    if (!seller || !product) return [];
    return notifications.queue(
      seller.members.map(({ userId, email }) => ({
        key: `seller-review:${reviewId}:${userId}`,
        template: 'seller-review' as const,
        to: { email, userId },
        inbox: true,
        data: { shop: seller.name, product: product.title, rating, title, text, url: `${web.sellerUrl}/reviews` },
      })),
    );
  });
  await deliverEach({ notifications }, step, queued);
  return { reviewId };
}
