import type { AnalyticsPorts } from '../ports.ts';
import type { NewBehaviour } from './behaviour-log.repository.ts';
import type { BehaviourBatch } from './contract.ts';
import { deviceOf, isBot, sourceOf } from './visitor.ts';

/** A clock that is further ahead than this is wrong; older events waited in a browser that was offline. */
export const tolerance = { aheadMs: 5 * 60_000, behindMs: 7 * 86_400_000 };

/** Rows without their sellers. None for a program that says it is one, and none with a time that cannot be right. */
export function rowsOf(batch: BehaviourBatch, userAgent: string | undefined, now: number): NewBehaviour[] {
  if (isBot(userAgent)) return [];
  const device = deviceOf(userAgent);
  const source = batch.visitorId ? sourceOf(batch.referrer, batch.campaign) : 'unknown';
  return batch.events
    .filter(({ at }) => {
      const time = Date.parse(at);
      return time <= now + tolerance.aheadMs && time >= now - tolerance.behindMs;
    })
    .map((event) => ({ ...event, visitorId: batch.visitorId, device, source }));
}

/** Adds whose products were looked at, in one question. */
export async function withSellers(
  owners: AnalyticsPorts['owners'],
  rows: readonly NewBehaviour[],
): Promise<NewBehaviour[]> {
  const productIds = [...new Set(rows.flatMap(({ productId }) => productId ?? []))];
  if (productIds.length === 0) return [...rows];
  const sellers = await owners.sellersOfProducts(productIds);
  return rows.map((row) => (row.productId ? { ...row, sellerId: sellers.get(row.productId) } : row));
}
