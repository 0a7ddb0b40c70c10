import { shopperOf } from '@mallhive/analytics';
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
  const known = batch.map((order) => ({ order, id: stableId(order.placedAt, order.source, order.sourceRef) }));
  const sales = analytics.recordSales(
    known.flatMap(({ order, id }) =>
      order.lines.map((line, index) => ({
        orderLineId: stableId(order.placedAt, id, index),
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
    known.flatMap(({ order, id }) =>
      [...new Set(order.lines.map(({ sellerId }) => sellerId))].map((sellerId) => ({
        orderId: id,
        sellerId,
        shopper: shopperOf(order.email),
        shipping: 0,
        tax: 0,
        taxOnTop: 0,
      })),
    ),
  );
  const learned = search.recordOrders(
    known.map(({ order, id }) => ({
      orderId: id,
      paidAt: order.placedAt,
      shopperId: order.userId,
      lines: order.lines.map(({ productId, quantity }) => ({ productId, quantity })),
    })),
    { bulk: true },
  );
  const [{ imported }] = await Promise.all([orders.importOrders(batch), sales, learned]);
  return imported;
}
