import type { HistoricOrder } from '@mallhive/orders/contract';
import type { Composition } from '../compose.ts';
import { stableId } from './stable-id.ts';

/**
 * Hands past orders to everybody who learns from orders: the order book, the sellers' figures, the recommendations.
 * Each of them knows an order again, so a repeat changes nothing. Answers how many orders were new to the order book.
 */
export async function recordPastOrders(
  { orders, analytics, search }: Pick<Composition['facades'], 'orders' | 'analytics' | 'search'>,
  batch: readonly HistoricOrder[],
): Promise<number> {
  const { imported } = await orders.importOrders(batch);
  const known = batch.map((order) => ({ order, id: stableId(order.source, order.sourceRef) }));
  await analytics.recordSales(
    known.flatMap(({ order, id }) =>
      order.lines.map((line, index) => ({
        orderLineId: stableId(id, index),
        orderId: id,
        sellerId: line.sellerId,
        productId: line.productId,
        variantId: line.variantId,
        title: line.title,
        units: line.quantity,
        revenue: line.unitPrice * line.quantity,
        currency: order.currency,
        country: order.country,
        soldAt: order.placedAt,
      })),
    ),
  );
  await search.recordOrders(
    known.map(({ order, id }) => ({
      orderId: id,
      paidAt: order.placedAt,
      lines: order.lines.map(({ productId, quantity }) => ({ productId, quantity })),
    })),
    { bulk: true },
  );
  return imported;
}
