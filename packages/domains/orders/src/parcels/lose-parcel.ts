import type { z } from 'zod';
import { cancelPart } from '../cancellations/cancel-items.ts';
import type { LockedChange } from '../cancellations/change.repository.ts';
import type { loseParcelInput, sellerOrderOutput } from '../contract.ts';
import type { Deps } from '../deps.ts';
import { orderNotFound, parcelNotUnderWay, shipmentNotFound, stockInsufficient } from '../errors.ts';
import { shipmentLost } from '../events.ts';
import type { OrderDocument, ShipmentDocument, SubOrderDocument } from '../order.ts';
import { orderStatusOf, shipmentTransitions, step, subOrderTransitions } from '../order-state.ts';
import { assertMember, type SellerActor } from '../owner.ts';
import { readSellerOrder } from '../read-seller-order.ts';
import { markLost } from './lost.repository.ts';

type Input = z.output<typeof loseParcelInput>;

/** A parcel did not arrive: what was in it is sent once more, from the stock of now, or its price goes back. */
export async function loseParcel(
  deps: Deps,
  actor: SellerActor,
  input: Input,
): Promise<z.output<typeof sellerOrderOutput>> {
  const { sellerId, subOrderId } = input;
  assertMember(actor, sellerId);
  const before = await readSellerOrder(deps, actor, { sellerId, subOrderId });
  const shipment = before.subOrder.shipments.find(({ id }) => id === input.shipmentId);
  if (!shipment) throw shipmentNotFound();
  if (shipment.status === 'delivered') throw parcelNotUnderWay();
  if (shipment.status === 'lost') return before;
  if (input.outcome === 'resend') await holdAgain(deps, before.subOrder, shipment);
  const done = await deps.changes.withLocked({ subOrderId, sellerId }, async (locked) => {
    await loseLocked(deps, locked, { ...input, actorId: actor.id ?? null });
    return true;
  });
  if (!done) throw orderNotFound();
  return readSellerOrder(deps, actor, { sellerId, subOrderId });
}

/** Held before anything is written; a hold that nothing was made of ends by itself. */
async function holdAgain(
  deps: Deps,
  { lines }: { lines: readonly { id: string; variantId: string }[] },
  shipment: Pick<ShipmentDocument, 'id' | 'lines'>,
): Promise<void> {
  const wanted = shipment.lines.flatMap(({ orderLineId, quantity }) => {
    const line = lines.find(({ id }) => id === orderLineId);
    return line ? [{ variantId: line.variantId, quantity }] : [];
  });
  const held = await deps.cart.reserve({
    checkoutId: shipment.id,
    cartId: shipment.id,
    lines: wanted,
    expiresAt: new Date(deps.clock.now().getTime() + 86_400_000),
  });
  if (!held.ok) throw stockInsufficient(held.lacking.map(({ variantId }) => variantId));
}

async function loseLocked(deps: Deps, locked: LockedChange, input: Input & { actorId: string | null }): Promise<void> {
  const { order } = locked;
  const { subOrderId, shipmentId, outcome } = input;
  const part = order.subOrders.find(({ id }) => id === subOrderId);
  const shipment = part?.shipments.find(({ id }) => id === shipmentId);
  if (!part || !shipment) throw shipmentNotFound();
  // Somebody else was first.
  if (shipment.status === 'lost') return;
  if (!step(shipmentTransitions, shipment.status, 'lose').ok) throw parcelNotUnderWay();

  await markLost(locked.tx, shipmentId);
  unsend(part, shipment);
  const some = part.lines.some((line) => line.shippedQuantity > 0);
  const moved = step(subOrderTransitions, part.status, some ? 'lose_some' : 'lose_all');
  if (!moved.ok) throw parcelNotUnderWay();
  part.status = moved.to;
  const parts = order.subOrders.map(({ status }) => status);
  order.status = orderStatusOf(parts, order.status);
  const at = deps.clock.now();
  const actor = { by: 'seller' as const, id: input.actorId };
  await locked.apply({
    subOrderId,
    subOrderStatus: part.status,
    orderStatus: order.status,
    lines: [],
    refund: null,
    actor,
    told: {
      kind: 'parcel_lost',
      message: `The parcel ${shipment.trackingNumber} of ${part.seller.name} was lost`,
      detail: { seller: part.seller.name, number: shipment.trackingNumber },
    },
    at,
  });
  await locked.audit({
    actor: { kind: 'seller', userId: input.actorId },
    sellerId: part.seller.id,
    action: 'order.parcel_lost',
    objectType: 'order',
    objectId: order.id,
    changes: { parcel: [null, shipment.trackingNumber], outcome: [null, outcome] },
    at,
  });
  const planned = part.refundPlanned;
  if (outcome === 'refund') {
    // Under the parcel's own id: however often it is said, it is one cancellation.
    const request = { requestId: shipmentId, lines: shipment.lines, reason: 'lost' as const, note: '', actor };
    await cancelPart(deps, locked, subOrderId, request);
  }
  await locked.append([eventOf(order, part, shipment, { resend: outcome === 'resend', planned, at })]);
}

/** As the rows are now. */
function unsend(part: SubOrderDocument, shipment: ShipmentDocument): void {
  shipment.status = 'lost';
  for (const { orderLineId, quantity } of shipment.lines) {
    const line = part.lines.find(({ id }) => id === orderLineId);
    if (line) line.shippedQuantity -= quantity;
  }
}

function eventOf(
  order: OrderDocument,
  part: SubOrderDocument,
  { id, carrier, trackingNumber, lines }: ShipmentDocument,
  { resend, planned, at }: { resend: boolean; planned: number; at: Date },
) {
  return shipmentLost.create(
    {
      shipmentId: id,
      carrier,
      trackingNumber,
      resend,
      refund: part.refundPlanned - planned,
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
      lines: part.lines.flatMap(({ id: lineId, title, variantTitle }) => {
        const quantity = lines.find(({ orderLineId }) => orderLineId === lineId)?.quantity;
        return quantity ? [{ title, variantTitle, quantity }] : [];
      }),
    },
    at,
  );
}
