import { shipmentCreated } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { FileDependencies, IncomingEvent, Steps } from './step.ts';

/** A parcel is on its way to somebody with an account: that person may review what is in it. */
export function allowReviews(inngest: Inngest.Any, dependencies: FileDependencies) {
  return inngest.createFunction(
    {
      id: 'allow-reviews',
      name: 'Let buyers review',
      concurrency: 4,
      retries: 10,
      triggers: { event: shipmentCreated.name },
    },
    ({ event, step }) => handleParcel(dependencies, event, step),
  );
}

export async function handleParcel(
  { catalog }: Pick<FileDependencies, 'catalog'>,
  event: IncomingEvent,
  step: Steps,
): Promise<unknown> {
  const { userId, orderId, lines } = shipmentCreated.schema.parse(event.data);
  const productIds = [...new Set(lines.flatMap(({ productId }) => productId ?? []))];
  if (!userId || productIds.length === 0) return null;
  return step.run('allow', () =>
    catalog.grantReviewRights({ userId, orderId, productIds, at: new Date(event.ts ?? Date.now()) }),
  );
}
