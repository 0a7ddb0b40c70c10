import type { z } from 'zod';
import type { markDeliveredInput, sellerOrderOutput } from './contract.ts';
import type { Deps } from './deps.ts';
import { orderNotFound, shipmentNotFound } from './errors.ts';
import { shipmentDelivered } from './events.ts';
import type { LockedOrder } from './fulfilment.repository.ts';
import { orderStatusOf, shipmentTransitions, step, subOrderTransitions } from './order-state.ts';
import { assertMember, type SellerActor } from './owner.ts';
import { readSellerOrder } from './read-seller-order.ts';

/** A parcel arrived; said twice it arrived once. */
export async function markDelivered(
  deps: Deps,
  actor: SellerActor,
  input: z.output<typeof markDeliveredInput>,
): Promise<z.output<typeof sellerOrderOutput>> {
  assertMember(actor, input.sellerId);
  const done = await deps.fulfilment.withLocked(input, async (locked) => {
    await deliverLocked(deps, locked, input.shipmentId);
    return true;
  });
  if (!done) throw orderNotFound();
  return readSellerOrder(deps, actor, input);
}

async function deliverLocked(deps: Deps, locked: LockedOrder, shipmentId: string): Promise<void> {
  const { order, subOrder } = locked;
  const shipment = subOrder.shipments.find((candidate) => candidate.id === shipmentId);
  if (!shipment) throw shipmentNotFound();
  if (!step(shipmentTransitions, shipment.status, 'deliver').ok) return;

  const others = subOrder.shipments.filter(({ id, status }) => id !== shipmentId && status !== 'lost');
  const allArrived = others.every((candidate) => candidate.status === 'delivered');
  const moved = allArrived ? step(subOrderTransitions, subOrder.status, 'deliver_all') : null;
  const subOrderStatus = moved?.ok ? moved.to : subOrder.status;
  const parts = order.subOrders.map((part) => (part.id === subOrder.id ? subOrderStatus : part.status));
  const at = deps.clock.now();
  const message = `The parcel from ${subOrder.seller.name} arrived`;
  await locked.deliver({ shipmentId, message, subOrderStatus, orderStatus: orderStatusOf(parts, order.status), at });
  const facts = {
    shipmentId,
    orderId: order.id,
    orderNumber: order.number,
    subOrderId: subOrder.id,
    email: order.email,
    userId: order.userId,
    subOrderComplete: subOrderStatus === 'delivered',
    name: order.shippingAddress.name,
    sellerName: subOrder.seller.name,
    locale: order.locale,
    lines: subOrder.lines.flatMap(({ id, title, variantTitle }) => {
      const sent = shipment.lines.find(({ orderLineId }) => orderLineId === id);
      return sent ? [{ title, variantTitle, quantity: sent.quantity }] : [];
    }),
  };
  await locked.append([shipmentDelivered.create(facts, at)]);
}
