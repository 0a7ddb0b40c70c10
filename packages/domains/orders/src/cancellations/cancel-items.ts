import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { opens } from '../access-token.ts';
import type { CancelReason } from '../contract.ts';
import type { Deps } from '../deps.ts';
import { notCancellable, orderNotFound, quantityExceeded } from '../errors.ts';
import { itemsCancelled } from '../events.ts';
import type { LineDocument, OrderDocument, SubOrderDocument } from '../order.ts';
import { orderStatusOf, step, subOrderTransitions } from '../order-state.ts';
import { assertMember, type SellerActor } from '../owner.ts';
import { readOrder } from '../read-order.ts';
import { readSellerOrder } from '../read-seller-order.ts';
import type { ChangeActor, LockedChange } from './change.repository.ts';
import type { cancelItemsInput, cancelSoldInput } from './contract.ts';
import { creditOf } from './credit.ts';
import { detailMoney, planRefund, refundEvent } from './plan-refund.ts';

type Wanted = readonly { orderLineId: string; quantity: number }[];

/** Still to be sent. */
export const openOf = (line: LineDocument): number => line.quantity - line.shippedQuantity - line.cancelledQuantity;

/** Of those what is in stock; what waits for it is not. */
export const sendableOf = (line: LineDocument): number => Math.max(0, openOf(line) - line.waitingQuantity);

export const mayOpen = (order: OrderDocument, userId: string | null, accessToken: string | undefined): boolean =>
  (userId !== null && order.userId === userId) ||
  (accessToken !== undefined && opens(accessToken, order.accessTokenHash));

/** By the shopper, while the seller has sent nothing of that part. */
export async function cancelItems(deps: Deps, userId: string | null, input: z.output<typeof cancelItemsInput>) {
  const { orderId, requestId, accessToken, lines, reason } = input;
  const done = await deps.changes.withLocked({ orderId }, async (locked) => {
    const { order } = locked;
    if (!mayOpen(order, userId, accessToken)) return null;
    const before = await locked.cancelledBefore(requestId);
    if (before.length > 0) return true;
    const parts = order.subOrders.filter((part) => part.status === 'to_fulfil');
    const wanted = new Map(parts.map((part) => [part.id, linesOf(part, lines)]));
    const named = [...wanted.values()].reduce((sum, own) => sum + own.length, 0);
    if (named === 0 || (lines && named < new Set(lines.map((line) => line.orderLineId)).size)) throw notCancellable();
    const actor: ChangeActor = { by: 'shopper', id: userId };
    for (const part of parts) {
      const own = wanted.get(part.id) ?? [];
      if (own.length > 0) await cancelPart(deps, locked, part.id, { requestId, lines: own, reason, note: '', actor });
    }
    return true;
  });
  if (!done) throw orderNotFound();
  return readOrder(deps, userId, { orderId, accessToken });
}

/** By the seller: whatever was not sent. */
export async function cancelSold(deps: Deps, actor: SellerActor, input: z.output<typeof cancelSoldInput>) {
  const { sellerId, subOrderId } = input;
  assertMember(actor, sellerId);
  await cancelOfPart(deps, { subOrderId, sellerId }, { by: 'seller', id: actor.id ?? null }, input);
  return readSellerOrder(deps, actor, { sellerId, subOrderId });
}

/** NOT_FOUND for a part that is not there, or not this seller's. */
export async function cancelOfPart(
  deps: Deps,
  which: { subOrderId: string; sellerId: string | null },
  actor: ChangeActor,
  { requestId, lines, reason, note }: Pick<z.output<typeof cancelSoldInput>, 'requestId' | 'lines' | 'reason' | 'note'>,
): Promise<void> {
  const { subOrderId } = which;
  const done = await deps.changes.withLocked(which, async (locked) => {
    if ((await locked.cancelledBefore(requestId)).includes(subOrderId)) return true;
    const part = locked.order.subOrders.find((candidate) => candidate.id === subOrderId);
    if (!part || (part.status !== 'to_fulfil' && part.status !== 'partially_shipped')) throw notCancellable();
    const own = linesOf(part, lines);
    if (own.length === 0 || (lines && own.length < new Set(lines.map((line) => line.orderLineId)).size)) {
      throw quantityExceeded((lines ?? []).map((line) => line.orderLineId));
    }
    await cancelPart(deps, locked, subOrderId, { requestId, lines: own, reason, note, actor });
    return true;
  });
  if (!done) throw orderNotFound();
}

/** Of this part: what was named, each line once, or everything that was not sent. */
function linesOf(part: SubOrderDocument, wanted: Wanted | undefined): { orderLineId: string; quantity: number }[] {
  if (!wanted) {
    return part.lines
      .filter((line) => openOf(line) > 0)
      .map((line) => ({ orderLineId: line.id, quantity: openOf(line) }));
  }
  return part.lines.flatMap((line) => {
    const quantity = wanted
      .filter(({ orderLineId }) => orderLineId === line.id)
      .reduce((sum, one) => sum + one.quantity, 0);
    if (quantity > openOf(line)) throw quantityExceeded([line.id]);
    return quantity > 0 ? [{ orderLineId: line.id, quantity }] : [];
  });
}

interface PartCancellation {
  requestId: string;
  lines: readonly { orderLineId: string; quantity: number }[];
  reason: CancelReason;
  note: string;
  actor: ChangeActor;
}

export async function cancelPart(
  deps: Deps,
  locked: LockedChange,
  subOrderId: string,
  input: PartCancellation,
): Promise<void> {
  const { order } = locked;
  const part = order.subOrders.find((candidate) => candidate.id === subOrderId);
  if (!part) throw orderNotFound();
  const { requestId, lines, reason, note, actor } = input;
  const at = deps.clock.now();
  const id = newId(at.getTime());
  const gone = new Map(lines.map((line) => [line.orderLineId, line.quantity]));
  const rest = part.lines.some((line) => openOf(line) > (gone.get(line.id) ?? 0));
  const sent = part.lines.some((line) => line.shippedQuantity > 0);
  const status = statusAfter(part, { rest, sent });

  const credits = part.lines.flatMap((line) => {
    const count = gone.get(line.id) ?? 0;
    return count > 0 ? [creditOf(line, count, order.taxIncluded)] : [];
  });
  const sum = (pick: (credit: { amount: number; tax: number }) => number) =>
    credits.reduce((total, credit) => total + pick(credit), 0);
  // Nothing of it is sent any more: what was paid for sending, and everything else that is left, goes back.
  const whole = !rest && !sent;
  const amount = whole ? part.total - part.refundPlanned : sum((credit) => credit.amount);
  const refund = planRefund(
    { order, part },
    {
      cause: 'cancellation',
      causeId: id,
      amount,
      shipping: whole ? part.shipping - part.shippingDiscount : 0,
      tax: sum((credit) => credit.tax),
      reason,
      at,
    },
  );
  const parts = order.subOrders.map((other) => (other.id === part.id ? status : other.status));
  const orderStatus = orderStatusOf(parts, order.status);
  const count = lines.reduce((total, line) => total + line.quantity, 0);
  await locked.addCancellation({ id, requestId, subOrderId, actor, reason, note, lines, at });
  await locked.apply({
    subOrderId,
    subOrderStatus: status,
    orderStatus,
    lines: lines.map(({ orderLineId, quantity }) => ({ orderLineId, cancelled: quantity, credited: quantity })),
    refund,
    actor,
    told: {
      kind: actor.by === 'shopper' ? 'items_cancelled' : 'items_cancelled_by_seller',
      message: `${count} of ${part.seller.name} cancelled`,
      detail: { seller: part.seller.name, count, ...detailMoney(order, refund) },
    },
    at,
  });
  if (actor.by !== 'shopper') {
    await locked.audit({
      actor: { kind: actor.by, userId: actor.id },
      sellerId: part.seller.id,
      action: 'order.cancel',
      objectType: 'order',
      objectId: order.id,
      changes: { cancelled: [0, count], reason: [null, reason], refund: [0, refund?.amount ?? 0] },
      at,
    });
  }
  // The parts after this one reckon with what has changed.
  part.status = status;
  order.status = orderStatus;
  part.refundPlanned += refund?.amount ?? 0;
  order.refundPlanned += refund?.amount ?? 0;
  await locked.append([
    itemsCancelled.create(
      {
        cancellationId: id,
        orderId: order.id,
        orderNumber: order.number,
        checkoutId: part.exchangeOf ?? order.checkoutId ?? order.id,
        subOrderId,
        sellerId: part.seller.id,
        sellerName: part.seller.name,
        by: actor.by,
        reason,
        note,
        everything: orderStatus === 'cancelled',
        refund: refund?.amount ?? 0,
        currency: order.currency,
        email: order.email,
        name: order.shippingAddress.name,
        userId: order.userId,
        locale: order.locale,
        lines: part.lines.flatMap(({ id: orderLineId, productId, variantId, title, variantTitle }) => {
          const quantity = gone.get(orderLineId);
          return quantity ? [{ orderLineId, productId, variantId, title, variantTitle, quantity }] : [];
        }),
      },
      at,
    ),
    ...(refund ? [refundEvent(order, part, refund, at)] : []),
  ]);
}

function statusAfter(part: SubOrderDocument, { rest, sent }: { rest: boolean; sent: boolean }) {
  if (rest) return part.status;
  const arrived = part.shipments.every(({ status }) => status === 'delivered' || status === 'lost');
  const event = !sent ? 'cancel' : arrived ? 'cancel_last' : 'cancel_rest';
  const moved = step(subOrderTransitions, part.status, event);
  if (!moved.ok) throw notCancellable();
  return moved.to;
}
