import { newOrderNumber } from '@mallhive/kernel';
import type { z } from 'zod';
import { mayOpen } from '../cancellations/cancel-items.ts';
import type { LockedChange } from '../cancellations/change.repository.ts';
import type { Deps } from '../deps.ts';
import { notReturnable, orderNotFound, returnNotOpen } from '../errors.ts';
import { returnRequested } from '../events.ts';
import type { SubOrderDocument } from '../order.ts';
import { returnTransitions, step } from '../order-state.ts';
import { readOrder } from '../read-order.ts';
import type { requestReturnInput, sendReturnInput } from './contract.ts';
import { exchangeable } from './exchange.ts';
import { returnWrites } from './return.repository.ts';
import { returnFacts } from './return-facts.ts';
import { returnableOf } from './window.ts';

type Input = z.output<typeof requestReturnInput>;

/** The shopper wants to send something back. The same id again is the same return. */
export async function requestReturn(deps: Deps, userId: string | null, input: Input) {
  const { orderId, accessToken, returnId } = input;
  if (input.wish === 'exchange') await assertExchangeable(deps, userId, input);
  const done = await deps.changes.withLocked({ orderId }, async (locked) => {
    const { order } = locked;
    if (!mayOpen(order, userId, accessToken)) return null;
    if (order.subOrders.some((part) => part.returns.some(({ id }) => id === returnId))) return true;
    await request(deps, locked, userId, input);
    return true;
  });
  if (!done) throw orderNotFound();
  return readOrder(deps, userId, { orderId, accessToken });
}

/** Prices and variants are looked up before the order is locked; what was ordered never changes. */
async function assertExchangeable(deps: Deps, userId: string | null, input: Input): Promise<void> {
  const order = await deps.orders.byId(input.orderId);
  if (!order || !mayOpen(order, userId, input.accessToken)) throw orderNotFound();
  await exchangeable(deps, order, input.lines);
}

async function request(deps: Deps, locked: LockedChange, userId: string | null, input: Input): Promise<void> {
  const { order } = locked;
  const at = deps.clock.now();
  const ids = input.lines.map(({ orderLineId }) => orderLineId);
  const part = order.subOrders.find((one) => one.lines.some(({ id }) => id === ids[0]));
  if (!part || new Set(ids).size !== ids.length) throw notReturnable(ids);
  const wanted = new Map(input.lines.map((line) => [line.orderLineId, line.quantity]));
  const lines = part.lines.filter(({ id }) => wanted.has(id));
  const short = lines.filter((line) => (wanted.get(line.id) ?? 0) > returnableOf(part, line, at, deps.returnDays));
  if (lines.length !== ids.length || short.length > 0)
    throw notReturnable(short.length > 0 ? short.map(({ id }) => id) : ids);

  const number = newOrderNumber().replace('MH-', 'R-');
  const { returnId, wish, note } = input;
  const sellerId = part.seller.id;
  await returnWrites.insert(locked.tx, {
    id: returnId,
    number,
    orderId: order.id,
    subOrderId: part.id,
    sellerId,
    wish,
    note,
    at,
    lines: input.lines.map((line) => ({
      ...line,
      exchangeVariantId: wish === 'exchange' ? (line.exchangeVariantId ?? null) : null,
    })),
  });
  const count = input.lines.reduce((sum, line) => sum + line.quantity, 0);
  await locked.apply({
    subOrderId: part.id,
    subOrderStatus: part.status,
    orderStatus: order.status,
    lines: input.lines.map(({ orderLineId, quantity }) => ({ orderLineId, returned: quantity })),
    refund: null,
    actor: { by: 'shopper', id: userId },
    told: {
      kind: 'return_requested',
      message: `Return ${number} requested`,
      detail: { number, count, seller: part.seller.name },
    },
    at,
  });
  await locked.append([
    returnRequested.create(returnFacts(order, part, { id: returnId, number, lines: input.lines }), at),
  ]);
}

/** The shopper handed the parcel to a carrier. */
export async function sendReturn(deps: Deps, userId: string | null, input: z.output<typeof sendReturnInput>) {
  const { orderId, accessToken, returnId, carrier, trackingNumber } = input;
  const done = await deps.changes.withLocked({ orderId }, async (locked) => {
    if (!mayOpen(locked.order, userId, accessToken)) return null;
    const found = findReturn(locked.order.subOrders, returnId);
    if (!found) return null;
    if (found.one.status === 'in_transit') return true;
    const moved = step(returnTransitions, found.one.status, 'send');
    if (!moved.ok) throw returnNotOpen(found.one.status);
    const at = deps.clock.now();
    await returnWrites.move(locked.tx, returnId, moved.to, at, { carrier, trackingNumber });
    await tell(
      locked,
      found.part,
      'return_sent',
      `Return ${found.one.number} is on its way back`,
      found.one.number,
      at,
    );
    return true;
  });
  if (!done) throw orderNotFound();
  return readOrder(deps, userId, { orderId, accessToken });
}

export function findReturn(parts: readonly SubOrderDocument[], returnId: string) {
  for (const part of parts) {
    const one = part.returns.find(({ id }) => id === returnId);
    if (one) return { part, one };
  }
  return null;
}

/** A line of the timeline without any other change. */
export function tell(
  locked: LockedChange,
  part: SubOrderDocument,
  kind: string,
  message: string,
  number: string,
  at: Date,
) {
  return locked.apply({
    subOrderId: part.id,
    subOrderStatus: part.status,
    orderStatus: locked.order.status,
    lines: [],
    refund: null,
    actor: { by: 'shopper', id: null },
    told: { kind, message, detail: { number, seller: part.seller.name } },
    at,
  });
}
