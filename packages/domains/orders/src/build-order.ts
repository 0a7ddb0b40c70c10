import { newId, newOrderNumber } from '@mallhive/kernel';
import { grandTotal, type PricedCheckout, type StoredCheckout } from './checkout.ts';
import type { Address } from './contract.ts';
import type { OrderDocument } from './order.ts';

/** The order that a priced checkout becomes: one sub-order a seller, everything snapshotted. */
export function buildOrder(input: {
  checkout: StoredCheckout;
  priced: PricedCheckout;
  email: string;
  address: Address;
  userId: string | null;
  provider: string;
  now: Date;
  payBy: Date;
}): OrderDocument {
  const { checkout, priced, email, address, userId, provider, now, payBy } = input;
  const number = newOrderNumber();
  return {
    id: newId(now.getTime()),
    number,
    status: 'pending_payment',
    checkoutId: checkout.id,
    cartId: checkout.cartId,
    userId,
    email,
    currency: checkout.currency,
    locale: checkout.locale,
    country: checkout.country,
    placedAt: now.toISOString(),
    payBy: payBy.toISOString(),
    paymentId: null,
    provider,
    accessTokenHash: null,
    shippingAddress: address,
    items: priced.items,
    discount: priced.discount,
    shipping: priced.shipping,
    shippingDiscount: priced.shippingDiscount,
    tax: priced.tax,
    taxIncluded: priced.taxIncluded,
    total: grandTotal(priced),
    subOrders: priced.parcels.map((parcel, index) => ({
      id: newId(now.getTime()),
      number: `${number}-${index + 1}`,
      status: 'pending_payment',
      shippingMethod: parcel.method ?? 'standard',
      currency: checkout.currency,
      seller: parcel.seller,
      items: parcel.items,
      discount: parcel.discount,
      shipping: parcel.shipping,
      shippingDiscount: parcel.shippingDiscount,
      discounts: parcel.discounts,
      tax: parcel.tax,
      taxIncluded: priced.taxIncluded,
      total: grandTotal({ ...parcel, taxIncluded: priced.taxIncluded }),
      refundPlanned: 0,
      exchangeOf: null,
      refunds: [],
      returns: [],
      documents: [],
      shipments: [],
      lines: parcel.lines.map((line) => ({
        id: newId(now.getTime()),
        variantId: line.variantId,
        productId: line.productId,
        slug: line.slug,
        sku: line.sku,
        title: line.title,
        variantTitle: line.variantTitle,
        imageUrl: line.imageUrl,
        quantity: line.quantity,
        shippedQuantity: 0,
        parts: line.parts ?? [],
        waitingQuantity: 0,
        expectedOn: null,
        cancelledQuantity: 0,
        returnedQuantity: 0,
        restockedQuantity: 0,
        creditedQuantity: 0,
        unitPrice: line.unitPrice.amount,
        total: line.total,
        discount: line.discount,
        tax: line.tax,
        taxBasisPoints: line.taxBasisPoints,
        categoryIds: line.categoryIds,
      })),
    })),
    refundPlanned: 0,
    timeline: [{ at: now.toISOString(), kind: 'placed', message: 'Order placed' }],
  };
}
