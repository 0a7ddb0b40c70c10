import type { EventData, EventType } from './event-types.ts';

const id = (number: number) => `01998a3c-5d2e-7000-8000-${String(number).padStart(12, '0')}`;
const part = { orderId: id(1), orderNumber: 'MH-7K2M9QXT', subOrderId: id(2) };
const named = [{ title: 'Stoneware mug', variantTitle: 'Blue', quantity: 2 }];
const line = { orderLineId: id(3), productId: id(4), variantId: id(5), ...named[0], title: 'Stoneware mug' };
const order: EventData['order.paid'] = {
  ...{ ...part, number: 'MH-7K2M9QXT-1', currency: 'GBP', country: 'GB' },
  ...{ items: 3_600, discount: 0, shipping: 395, shippingDiscount: 0, tax: 666, taxIncluded: true, total: 3_995 },
  placedAt: '2026-11-20T10:15:00.000Z',
  lines: [
    {
      ...{ orderLineId: id(3), productId: id(4), variantId: id(5), title: 'Stoneware mug', variantTitle: 'Blue' },
      ...{ quantity: 2, unitPrice: 1_800, total: 3_600, discount: 0, tax: 600 },
    },
  ],
};
const returned = { ...part, returnId: id(6), number: 'R-7K2M9QXT', lines: named };
const decision = { productId: id(4), title: 'Stoneware mug', reason: '' };
const payout: EventData['payout.paid'] = { payoutId: id(9), amount: 128_450, currency: 'GBP' };

/** One payload of each type, for the description of them. */
export const samples: { [Type in EventType]: EventData[Type] } = {
  'order.placed': order,
  'order.paid': order,
  'order.cancelled': { ...part, number: 'MH-7K2M9QXT-1', reason: 'expired' },
  'order.items_cancelled': {
    ...{ ...part, cancellationId: id(7), by: 'shopper', currency: 'GBP', refund: 1_800 },
    lines: [{ ...line, variantTitle: 'Blue', quantity: 1 }],
  },
  'shipment.created': {
    ...{ ...part, shipmentId: id(8), carrier: 'Royal Mail', trackingNumber: 'RM123456789GB' },
    trackingUrl: 'https://www.royalmail.com/track-your-item#/RM123456789GB',
    lines: named,
  },
  'shipment.delivered': { ...part, shipmentId: id(8), complete: true },
  'return.requested': returned,
  'return.changed': { ...returned, state: 'inspected', currency: 'GBP', refund: 3_600 },
  'refund.created': { ...part, refundId: id(10), cause: 'return', amount: 3_600, currency: 'GBP' },
  'stock.low': { variants: [{ variantId: id(5), productId: id(4), available: 3, lowBelow: 6 }] },
  'product.changed': { productId: id(4), slug: 'stoneware-mug', status: 'published', created: false },
  'product.approved': decision,
  'product.rejected': { ...decision, reason: 'The picture shows another product.' },
  'payout.paid': payout,
  'payout.failed': payout,
};
