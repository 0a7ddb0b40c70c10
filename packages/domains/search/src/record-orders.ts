import type { Database } from './database.repository.ts';
import type { Follow } from './index-products.ts';
import { saveOrders } from './order.repository.ts';
import { savePopularity } from './popularity.repository.ts';
import type { SearchPorts } from './ports.ts';

export interface PaidOrder {
  orderId: string;
  paidAt: Date;
  /** The account that bought; null or absent for guests. */
  shopperId?: string | null;
  lines: readonly { productId: string; quantity: number }[];
}

const batchSize = 5_000;

/**
 * Takes paid orders into account for trends and "often bought together". An order seen before changes nothing.
 * `bulk` only stores them: call `refreshRecommendations` when all are in.
 */
export async function recordOrders(
  db: Database,
  ports: SearchPorts,
  follow: Follow,
  orders: readonly PaidOrder[],
  options: { bulk?: boolean } = {},
): Promise<{ recorded: number }> {
  let recorded = 0;
  for (let start = 0; start < orders.length; start += batchSize) {
    const items = orders
      .slice(start, start + batchSize)
      .flatMap(({ orderId, paidAt, shopperId = null, lines }) =>
        lines.map(({ productId, quantity }) => ({ orderId, productId, units: quantity, at: paidAt, shopperId })),
      );
    recorded += await saveOrders(db, items, !options.bulk);
  }
  if (recorded > 0 && !options.bulk) {
    const productIds = new Set(orders.flatMap(({ lines }) => lines.map(({ productId }) => productId)));
    await savePopularity(db, ports.clock.now(), [...productIds], follow !== null);
    await follow?.();
  }
  return { recorded };
}
