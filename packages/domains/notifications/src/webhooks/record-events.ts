import type { WebhookDeps } from './deps.ts';
import { type SellerEvent, writePayload } from './event-types.ts';

/**
 * Writes down what is to be sent, once per address and event, whoever tells of it how often. Nothing for sellers that may
 * not do business. Answers how many deliveries are new.
 */
export async function recordEvents(
  { deliveries, approved, clock }: Pick<WebhookDeps, 'deliveries' | 'approved' | 'clock'>,
  events: readonly SellerEvent[],
): Promise<number> {
  if (events.length === 0) return 0;
  const subscribed = await deliveries.subscribers([...new Set(events.map(({ sellerId }) => sellerId))]);
  if (subscribed.length === 0) return 0;
  const open = await approved(subscribed);
  const wanted = events.filter(({ sellerId }) => open.has(sellerId));
  if (wanted.length === 0) return 0;
  return deliveries.record(
    wanted.map((event) => ({
      sellerId: event.sellerId,
      key: event.key,
      type: event.type,
      payload: writePayload(event),
    })),
    clock.now(),
  );
}
