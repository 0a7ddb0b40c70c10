import type { z } from 'zod';
import { openOf, sendableOf } from './cancellations/cancel-items.ts';
import type { sellerOrderOutput, shipInput } from './contract.ts';
import type { Deps } from './deps.ts';
import { linesWait, notShippable, orderNotFound, quantityExceeded, shipmentIdTaken } from './errors.ts';
import { shipmentCreated } from './events.ts';
import type { LockedOrder } from './fulfilment.repository.ts';
import type { LineDocument } from './order.ts';
import { orderStatusOf, step, subOrderTransitions } from './order-state.ts';
import { assertMember, type SellerActor } from './owner.ts';
import { readSellerOrder } from './read-seller-order.ts';
import { trackingUrl } from './tracking.ts';

type Input = z.output<typeof shipInput>;
type ParcelLine = { orderLineId: string; quantity: number };

/** A parcel goes out. The same shipment id again changes nothing and answers the same. */
export async function ship(deps: Deps, actor: SellerActor, input: Input): Promise<z.output<typeof sellerOrderOutput>> {
  assertMember(actor, input.sellerId);
  const done = await deps.fulfilment.withLocked(input, async (locked) => {
    await shipLocked(deps, locked, input);
    return true;
  });
  if (!done) throw orderNotFound();
  return readSellerOrder(deps, actor, input);
}

/** What goes into the parcel: what was named, or everything that is left and in stock. */
export function parcelLines(lines: readonly LineDocument[], wanted: readonly ParcelLine[] | undefined): ParcelLine[] {
  const sendable = new Map(lines.map((line) => [line.id, sendableOf(line)]));
  if (!wanted) {
    return [...sendable]
      .filter(([, quantity]) => quantity > 0)
      .map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
  }
  const parcel = new Map<string, number>();
  for (const { orderLineId, quantity } of wanted) parcel.set(orderLineId, (parcel.get(orderLineId) ?? 0) + quantity);
  const left = new Map(lines.map((line) => [line.id, openOf(line)]));
  const beyond = (most: ReadonlyMap<string, number>) =>
    [...parcel].filter(([id, quantity]) => quantity > (most.get(id) ?? 0)).map(([id]) => id);
  const exceeded = beyond(left);
  if (exceeded.length > 0) throw quantityExceeded(exceeded);
  const waiting = beyond(sendable);
  if (waiting.length > 0) throw linesWait(waiting);
  return [...parcel].map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
}

async function shipLocked(deps: Deps, locked: LockedOrder, input: Input): Promise<void> {
  const { order, subOrder } = locked;
  const { shipmentId, carrier, trackingNumber } = input;
  const usedBy = await locked.shipmentOwner(shipmentId);
  if (usedBy === subOrder.id) return;
  if (usedBy) throw shipmentIdTaken();

  if (!step(subOrderTransitions, subOrder.status, 'ship_rest').ok) throw notShippable(subOrder.status);
  const lines = parcelLines(subOrder.lines, input.lines);
  const waiting = subOrder.lines.filter((line) => openOf(line) > 0).map(({ id }) => id);
  if (lines.length === 0) throw waiting.length > 0 ? linesWait(waiting) : notShippable(subOrder.status);
  const sent = new Map(lines.map((line) => [line.orderLineId, line.quantity]));
  const complete = subOrder.lines.every((line) => (sent.get(line.id) ?? 0) === openOf(line));
  const moved = step(subOrderTransitions, subOrder.status, complete ? 'ship_rest' : 'ship_some');
  if (!moved.ok) throw notShippable(subOrder.status);

  const parts = order.subOrders.map((part) => (part.id === subOrder.id ? moved.to : part.status));
  const url = trackingUrl(carrier, trackingNumber);
  const at = deps.clock.now();
  await locked.addShipment({
    id: shipmentId,
    carrier,
    trackingNumber,
    trackingUrl: url,
    lines,
    message: `${subOrder.seller.name} sent a parcel with ${carrier}, ${trackingNumber}`,
    subOrderStatus: moved.to,
    orderStatus: orderStatusOf(parts, order.status),
    at,
  });
  const event = shipmentCreated.create(
    {
      shipmentId,
      orderId: order.id,
      orderNumber: order.number,
      subOrderId: subOrder.id,
      sellerId: subOrder.seller.id,
      sellerName: subOrder.seller.name,
      email: order.email,
      name: order.shippingAddress.name,
      locale: order.locale,
      carrier,
      trackingNumber,
      trackingUrl: url,
      userId: order.userId,
      lines: subOrder.lines.flatMap(({ id, productId, title, variantTitle }) => {
        const quantity = sent.get(id);
        return quantity ? [{ productId, title, variantTitle, quantity }] : [];
      }),
    },
    at,
  );
  await locked.append([event]);
}
