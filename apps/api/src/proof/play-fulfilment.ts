import { newId } from '@mallhive/kernel';
import {
  arrive,
  cancelUnits,
  leftOf,
  type ModelPart,
  type Operation,
  openUnits,
  promise,
  sendParcel,
  stateOf,
} from '@mallhive/testing/model';
import { expect } from 'vitest';
import { at, type Game, type Known } from './game.ts';
import type { Reply } from './proof-shop.ts';

type Fulfilment = Operation & { kind: 'ship' | 'deliver' | 'lose' | 'cancel' | 'refund' };

export const partAt = (order: Known, index: number): ModelPart =>
  at(order.model.parts, index % order.model.parts.length);

/** The shop's names of a part and its lines. */
export async function namesOf(game: Game, order: Known, part: ModelPart) {
  const { sellerId, call } = at(game.staff.sellers, part.seller);
  const rows = await game.shop.rows<{ id: string; line: string; variant: string }>(
    `select s.id, l.id as line, l.variant_id as variant from orders.sub_orders s join orders.order_lines l on l.sub_order_id = s.id
     where s.order_id = $1 and s.seller_id = $2 and s.exchange_of is not distinct from $3::uuid`,
    [order.id, sellerId, part.exchangeOf],
  );
  const lineId = (variant: number) => rows.find((row) => row.variant === game.variants[variant])?.line ?? '';
  return { sellerId, subOrderId: rows[0]?.id ?? '', call, lineId };
}

/** `done` or the reason, of each answer. */
export const outcomes = (replies: readonly Reply[]) => replies.map((reply) => (reply.ok ? 'done' : reply.reason));
export const timesOver = <Value>(times: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: times }, (_, index) => make(index));

/** What becomes of an order once it is paid. */
export async function playFulfilment(game: Game, order: Known, operation: Fulfilment): Promise<void> {
  const part = partAt(order, operation.part);
  if (operation.kind === 'refund') return refund(game, order, part, operation);
  if (operation.kind === 'cancel') return cancel(game, order, part, operation);
  if (operation.kind === 'lose') return lose(game, order, part, operation);
  if (operation.kind === 'ship') return ship(game, order, part, operation.all);
  const { call, lineId: _, ...named } = await namesOf(game, order, part);
  const sent = `select id from orders.shipments where sub_order_id = $1 and status <> 'lost'`;
  for (const { id } of await game.shop.rows<{ id: string }>(sent, [named.subOrderId])) {
    expect(await call('orders.markDelivered', { ...named, shipmentId: id })).toMatchObject({ ok: true });
  }
  arrive(part);
}

async function ship(game: Game, order: Known, part: ModelPart, all: boolean): Promise<void> {
  const { call, lineId, ...named } = await namesOf(game, order, part);
  const one = all ? undefined : part.lines.find((line) => openUnits(line) > 0);
  const lines = one ? { lines: [{ orderLineId: lineId(one.variant), quantity: 1 }] } : {};
  const carried = { shipmentId: newId(), carrier: 'Royal Mail', trackingNumber: 'AB123456789GB' };
  // Said twice at once it is one parcel.
  const replies = await Promise.all(timesOver(2, () => call('orders.ship', { ...named, ...carried, ...lines })));
  const refused = sendParcel(order.model, part, one ?? null);
  expect(outcomes(replies)).toEqual(timesOver(2, () => refused ?? 'done'));
}

async function lose(
  game: Game,
  order: Known,
  part: ModelPart,
  { outcome, times }: Operation & { kind: 'lose' },
): Promise<void> {
  const { call, lineId, ...named } = await namesOf(game, order, part);
  const [parcel] = await game.shop.rows<{ id: string; lines: { orderLineId: string; quantity: number }[] }>(
    `select id, lines from orders.shipments where sub_order_id = $1 and status = 'shipped' order by shipped_at, id limit 1`,
    [named.subOrderId],
  );
  if (!parcel) return;
  const wish = { ...named, shipmentId: parcel.id, outcome };
  const replies = await Promise.all(timesOver(times, () => call('orders.loseParcel', wish)));
  const inside = part.lines.flatMap((line) => {
    const units = parcel.lines.find(({ orderLineId }) => orderLineId === lineId(line.variant))?.quantity;
    return units ? [{ line, units }] : [];
  });
  const refused = game.model.lose(order.model, part, inside, outcome === 'resend');
  expect(outcomes(replies)).toEqual(timesOver(times, () => refused ?? 'done'));
}

async function cancel(
  game: Game,
  order: Known,
  part: ModelPart,
  { units, by, times }: Operation & { kind: 'cancel' },
): Promise<void> {
  const line = part.lines.find((candidate) => openUnits(candidate) > 0) ?? at(part.lines, 0);
  const { call, lineId, ...named } = await namesOf(game, order, part);
  const wish = { requestId: newId(), lines: [{ orderLineId: lineId(line.variant), quantity: units }], reason: 'other' };
  const shopper = at(game.shoppers, order.model.shopper).call;
  const { id: orderId, accessToken } = order;
  const replies = await Promise.all(
    timesOver(times, () =>
      by === 'seller'
        ? call('orders.cancelSold', { ...named, ...wish })
        : shopper('orders.cancelItems', { orderId, accessToken, ...wish }),
    ),
  );
  const refused = cancelUnits(order.model, part, line, { units, by });
  if (!refused) game.model.putBack(line.variant, units);
  expect(outcomes(replies)).toEqual(timesOver(times, () => refused ?? 'done'));
}

/** From two places at once: as much is promised as there is, and not a penny more. */
async function refund(
  game: Game,
  order: Known,
  part: ModelPart,
  { percent, times }: Operation & { kind: 'refund' },
): Promise<void> {
  const { model } = order;
  const amount = Math.max(1, Math.floor((part.total * percent) / 100));
  const { call, subOrderId, sellerId } = await namesOf(game, order, part);
  const replies = await Promise.all(
    timesOver(times, (index) => {
      const wish = { subOrderId, requestId: newId(), amount, reason: 'Goodwill' };
      return index % 2
        ? game.staff.administrator('orders.refundAny', wish)
        : call('orders.refundPart', { ...wish, sellerId });
    }),
  );
  if (stateOf(model, part) === 'unpaid')
    return expect(outcomes(replies)).toEqual(timesOver(times, () => 'order_not_found'));
  const possible = Math.min(times, Math.floor(leftOf(model, part) / amount));
  for (let done = 0; done < possible; done += 1) promise(model, part, amount);
  expect(outcomes(replies).toSorted()).toEqual(
    timesOver(times, (index) => (index < possible ? 'done' : 'refund_exceeds')).toSorted(),
  );
}

interface LineState {
  order: string;
  part: string;
  variant: string;
}

/** Every line of every order, and the uses of every code, are what the model says. */
export async function compareOrders({ shop, model, known, variants, coupons, staff }: Game): Promise<void> {
  const rows = await shop.rows<LineState & Record<'sent' | 'cancelled' | 'returned' | 'credited' | 'planned', number>>(
    `select l.order_id as "order", coalesce(s.exchange_of, s.seller_id) as part, l.variant_id as variant,
       l.shipped_quantity as sent, l.cancelled_quantity as cancelled, l.returned_quantity as returned,
       l.credited_quantity as credited, s.refund_planned as planned
     from orders.order_lines l join orders.sub_orders s on s.id = l.sub_order_id where l.order_id = any($1::uuid[])`,
    [known.map(({ id }) => id)],
  );
  const key = ({ order, part, variant }: LineState) => `${order} ${part} ${variant}`;
  const wanted = known.flatMap(({ id: order, model: { parts } }) =>
    parts.flatMap(({ seller, exchangeOf, planned, lines }) =>
      lines.map(({ variant, sent, cancelled, returned, credited }) => ({
        order,
        part: exchangeOf ?? at(staff.sellers, seller).sellerId,
        variant: at(variants, variant),
        sent,
        cancelled,
        returned,
        credited,
        planned,
      })),
    ),
  );
  const sorted = (list: typeof wanted) => list.toSorted((left, right) => (key(left) < key(right) ? -1 : 1));
  expect(sorted(rows)).toEqual(sorted(wanted));
  const uses = await shop.rows<{ id: string; uses: number }>(
    `select promotion_id as id, count(*)::int as uses from cart.promotion_uses
     where promotion_id = any($1::uuid[]) and status in ('held', 'taken') group by 1`,
    [coupons.map(({ id }) => id)],
  );
  const counted = coupons.map((coupon) => uses.find(({ id }) => id === coupon.id)?.uses ?? 0);
  expect(counted).toEqual(coupons.map((_, index) => model.uses(index)));
}
