import type { StoredBehaviour } from '@mallhive/analytics/ports';

/** An event as it leaves the shop: names as warehouses write them, one line of JSON. */
export function toLine(event: StoredBehaviour): string {
  return `${JSON.stringify({
    seq: event.seq,
    event_id: event.id,
    visitor_id: event.visitorId,
    event_type: event.type,
    event_version: event.version,
    occurred_at: event.at,
    received_at: event.receivedAt,
    page_path: event.path,
    product_id: event.productId,
    seller_id: event.sellerId,
    search_query: event.query,
    search_results: event.results,
    rail: event.rail,
    checkout_step: event.step,
    order_id: event.orderId,
    device: event.device,
    source: event.source,
  })}\n`;
}

export interface Sized {
  bytes: number;
}

/** Cuts into batches that one call may carry. */
export function* inBatches<Item extends Sized>(
  items: readonly Item[],
  most: { items: number; bytes: number },
): Generator<Item[]> {
  let batch: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    if (batch.length > 0 && (batch.length === most.items || bytes + item.bytes > most.bytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += item.bytes;
  }
  if (batch.length > 0) yield batch;
}
