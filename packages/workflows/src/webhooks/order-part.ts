import type { EventData } from '@mallhive/notifications';
import type { orderPlaced } from '@mallhive/orders/events';
import type { z } from 'zod';

type Order = z.output<typeof orderPlaced.schema>;

/** What one seller has to do with an order: their part, without who bought it. */
export function orderPart(order: Order, part: Order['subOrders'][number]): EventData['order.placed'] {
  const { orderId, number: orderNumber, currency, country, taxIncluded, placedAt } = order;
  return {
    ...{ orderId, orderNumber, subOrderId: part.id, number: part.number },
    ...{ currency, country, taxIncluded, placedAt },
    ...{ items: part.items, discount: part.discount, shipping: part.shipping },
    ...{ shippingDiscount: part.shippingDiscount, tax: part.tax, total: part.total },
    lines: order.lines.filter(({ sellerId }) => sellerId === part.sellerId),
  };
}
