import type { OrderDocument } from './order.ts';

/** What `orders/order.placed` and `.paid` say of an order. */
export function orderFacts(order: OrderDocument) {
  return {
    orderId: order.id,
    number: order.number,
    checkoutId: order.checkoutId ?? order.id,
    userId: order.userId,
    email: order.email,
    name: order.shippingAddress.name,
    country: order.country,
    currency: order.currency,
    locale: order.locale,
    items: order.items,
    discount: order.discount,
    shippingDiscount: order.shippingDiscount,
    shipping: order.shipping,
    tax: order.tax,
    taxIncluded: order.taxIncluded,
    total: order.total,
    placedAt: new Date(order.placedAt).toISOString(),
    subOrders: order.subOrders.map(
      ({ id, number, seller, items, discount, shipping, shippingDiscount, tax, total }) => ({
        id,
        number,
        sellerId: seller.id,
        sellerName: seller.name,
        items,
        discount,
        shipping,
        shippingDiscount,
        tax,
        total,
      }),
    ),
    lines: order.subOrders.flatMap(({ seller, lines }) =>
      lines.map(({ id, productId, variantId, title, variantTitle, quantity, unitPrice, total, discount, tax }) => ({
        orderLineId: id,
        productId,
        variantId,
        sellerId: seller.id,
        title,
        variantTitle,
        quantity,
        unitPrice,
        total,
        discount,
        tax,
      })),
    ),
  };
}
