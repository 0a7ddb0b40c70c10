import type { OrderDocument, SubOrderDocument } from '../order.ts';

/** What every event about a return says. */
export function returnFacts(
  order: OrderDocument,
  part: SubOrderDocument,
  one: { id: string; number: string; lines: readonly { orderLineId: string; quantity: number }[] },
) {
  return {
    returnId: one.id,
    number: one.number,
    orderId: order.id,
    orderNumber: order.number,
    subOrderId: part.id,
    sellerId: part.seller.id,
    sellerName: part.seller.name,
    currency: order.currency,
    email: order.email,
    name: order.shippingAddress.name,
    userId: order.userId,
    locale: order.locale,
    lines: one.lines.flatMap(({ orderLineId, quantity }) => {
      const line = part.lines.find(({ id }) => id === orderLineId);
      return line ? [{ title: line.title, variantTitle: line.variantTitle, quantity }] : [];
    }),
  };
}
