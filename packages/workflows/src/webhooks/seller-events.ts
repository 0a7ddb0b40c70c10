import { stockLow } from '@mallhive/cart/events';
import { productChanged, productModerated } from '@mallhive/catalog/events';
import type { SellerEvent } from '@mallhive/notifications';
import {
  itemsCancelled,
  orderCancelled,
  orderPaid,
  orderPlaced,
  refundPlanned,
  returnChanged,
  returnRequested,
  shipmentCreated,
  shipmentDelivered,
} from '@mallhive/orders/events';
import { payoutEnded } from '@mallhive/payments/events';
import type { z } from 'zod';
import { orderPart } from './order-part.ts';

/** Whose something is that its event does not say; asked once for all of a batch. */
export interface Owners {
  parts: readonly { subOrderId: string; orderId: string; number: string; sellerId: string }[];
  sellerOfProduct: ReadonlyMap<string, string>;
}
/** When it happened, and what names an event that has no id of its own in its data. */
interface Circumstances {
  at: Date;
  eventId: string;
  owners: Owners;
}
type Translate = (data: unknown, circumstances: Circumstances) => SellerEvent[];

const translation = <Schema extends z.ZodType>(
  { name, schema }: { name: string; schema: Schema },
  say: (data: z.output<Schema>, circumstances: Circumstances) => SellerEvent[],
): [string, Translate] => [name, (data, circumstances) => say(schema.parse(data), circumstances)];

/** The event of each part of an order, for the part's seller. */
const whole =
  (type: 'order.placed' | 'order.paid') =>
  (order: z.output<typeof orderPlaced.schema>, { at }: Circumstances): SellerEvent[] =>
    order.subOrders.map((part) => ({
      ...{ sellerId: part.sellerId, key: `${type}:${part.id}`, type, at },
      data: orderPart(order, part),
    }));

/** What each event of the shop is for sellers' own systems. Keys come from what the event is about, so that it is told once. */
export const translations: ReadonlyMap<string, Translate> = new Map([
  translation(orderPlaced, whole('order.placed')),
  translation(orderPaid, whole('order.paid')),
  translation(orderCancelled, ({ orderId, number: orderNumber, reason }, { at, owners }) =>
    owners.parts
      .filter((part) => part.orderId === orderId)
      .map(({ sellerId, subOrderId, number }) => ({
        ...{ sellerId, key: `order.cancelled:${subOrderId}`, type: 'order.cancelled', at },
        data: { orderId, orderNumber, subOrderId, number, reason },
      })),
  ),
  translation(itemsCancelled, ({ sellerId, cancellationId, ...data }, { at }) => [
    {
      ...{ sellerId, key: `order.items_cancelled:${cancellationId}`, type: 'order.items_cancelled', at },
      data: { ...data, cancellationId },
    },
  ]),
  translation(shipmentCreated, ({ sellerId, ...data }, { at }) => [
    { sellerId, key: `shipment.created:${data.shipmentId}`, type: 'shipment.created', at, data },
  ]),
  translation(shipmentDelivered, ({ shipmentId, orderId, orderNumber, subOrderId, subOrderComplete }, { at, owners }) =>
    owners.parts
      .filter((part) => part.subOrderId === subOrderId)
      .map(({ sellerId }) => ({
        ...{ sellerId, key: `shipment.delivered:${shipmentId}`, type: 'shipment.delivered', at },
        data: { shipmentId, orderId, orderNumber, subOrderId, complete: subOrderComplete },
      })),
  ),
  translation(returnRequested, ({ sellerId, ...data }, { at }) => [
    { sellerId, key: `return.requested:${data.returnId}`, type: 'return.requested', at, data },
  ]),
  translation(returnChanged, ({ sellerId, ...data }, { at }) => [
    { sellerId, key: `return.changed:${data.returnId}:${data.state}`, type: 'return.changed', at, data },
  ]),
  translation(refundPlanned, ({ sellerId, ...data }, { at }) => [
    { sellerId, key: `refund.created:${data.refundId}`, type: 'refund.created', at, data },
  ]),
  translation(stockLow, ({ sellerId, variants }, { at, eventId }) => [
    { sellerId, key: `stock.low:${eventId}`, type: 'stock.low', at, data: { variants } },
  ]),
  translation(productChanged, (data, { at, eventId, owners }) => {
    const sellerId = owners.sellerOfProduct.get(data.productId);
    return sellerId ? [{ sellerId, key: `product.changed:${eventId}`, type: 'product.changed', at, data }] : [];
  }),
  translation(productModerated, ({ sellerId, decision, ...data }, { at, eventId }) => [
    { sellerId, key: `product.${decision}:${eventId}`, type: `product.${decision}`, at, data },
  ]),
  translation(payoutEnded, ({ sellerId, outcome, ...data }, { at }) => [
    { sellerId, key: `payout.${outcome}:${data.payoutId}`, type: `payout.${outcome}`, at, data },
  ]),
]);
