import type { Gifts, Give, Operation } from '@mallhive/testing/model';
import { expect } from 'vitest';
import { at, type Game } from './game.ts';
import { type PayWith, placeFromCart, type Reply } from './proof-shop.ts';

type InBasket = Operation & { kind: 'add' | 'set' | 'place' | 'coupon' | 'sign-in' };
const refusal = (reply: Reply): string => (reply.ok ? 'accepted' : reply.reason);

/** What shoppers do until there is an order. */
export function playBasket(game: Game, operation: InBasket): Promise<void> {
  if (operation.kind === 'place') return place(game, operation);
  if (operation.kind === 'coupon') return enterCode(game, operation);
  if (operation.kind === 'sign-in') return signIn(game, operation.guest);
  return write(game, operation);
}

async function write(game: Game, operation: Operation & { kind: 'add' | 'set' }): Promise<void> {
  const { shopper, variant, quantity, kind } = operation;
  const variantId = game.variants[variant];
  const reply = await at(game.shoppers, shopper).call<{
    cart: { lines: { variantId: string; quantity: number }[] };
  }>(kind === 'add' ? 'cart.addItem' : 'cart.setQuantity', { variantId, quantity });
  const wanted = game.model.write(shopper, variant, quantity, kind === 'add');
  if (wanted === null) return expect(refusal(reply)).toBe('stock_insufficient');
  expect(reply.ok && (reply.data.cart.lines.find((line) => line.variantId === variantId)?.quantity ?? 0)).toBe(wanted);
}

async function enterCode(game: Game, { shopper, coupon, on }: Operation & { kind: 'coupon' }): Promise<void> {
  const { call } = at(game.shoppers, shopper);
  const { code } = at(game.coupons, coupon);
  const reply = await call(on ? 'cart.applyCoupon' : 'cart.removeCoupon', { code });
  if (on) return expect(refusal(reply)).toBe(game.model.enterCode(shopper, coupon) ?? 'accepted');
  game.model.removeCode(shopper, coupon);
  expect(reply).toMatchObject({ ok: true });
}

async function signIn(game: Game, guest: number): Promise<void> {
  const before = at(game.shoppers, guest);
  const person = guest + 2;
  const { call } = at(game.shoppers, person);
  game.shop.handOver(before.call, call);
  // Any call of theirs; this one changes nothing by itself.
  const reply = await call<{ cart: { lines: { variantId: string; quantity: number }[] } }>('cart.removeCoupon', {
    code: 'NO-SUCH-CODE',
  });
  game.model.signIn(guest, person);
  before.call = game.shop.visitor();
  const shown = reply.ok ? reply.data.cart.lines.map((line) => [line.variantId, line.quantity] as const) : reply;
  const wanted = [...game.model.lines(person)].map(([variant, quantity]) => [at(game.variants, variant), quantity]);
  expect(Array.isArray(shown) ? shown.toSorted() : shown).toEqual(wanted.toSorted());
}

interface LineRow {
  variantId: string;
  sellerId: string;
  total: number;
  discount: number;
  partTotal: number;
}

/** Who is to give how much of the sum: their own credit, then the cards, none of them beyond what is left. */
function giftsOf(shopper: number, [credit, card, other]: Gifts, total: number): Give[] {
  const wishes = [
    { instrument: shopper - 2, share: shopper < 2 ? 0 : credit },
    { instrument: 2, share: card },
    { instrument: 3, share: other },
  ];
  let left = total;
  return wishes.flatMap(({ instrument, share }) => {
    const amount = Math.min(left, Math.floor((total * share) / 100));
    left -= amount;
    return amount > 0 ? [{ instrument, amount, back: 0 }] : [];
  });
}
const payWithOf = (game: Game, gives: readonly Give[]): PayWith | undefined =>
  gives.length === 0
    ? undefined
    : {
        credit: gives.find(({ instrument }) => instrument < 2)?.amount ?? 0,
        giftCards: gives
          .filter(({ instrument }) => instrument >= 2)
          .map(({ instrument, amount }) => ({ code: at(game.instruments, instrument).code ?? '', amount })),
      };

async function place(game: Game, { shopper, times, gifts = [0, 0, 0] }: Operation & { kind: 'place' }): Promise<void> {
  const { call, email } = at(game.shoppers, shopper);
  const waiting = game.model.waiting(shopper);
  const same = game.known.find(({ model }) => model === waiting);
  let total = 0;
  let gives: Give[] = [];
  let replies = await placeFromCart(call, email, times, (sum) => {
    total = sum;
    gives = giftsOf(shopper, gifts, sum);
    // Who comes back to the same order pays it as they said before.
    return same ? same.payWith : payWithOf(game, gives);
  });
  const wanted = game.model.place(shopper, game.shop.clock.now().getTime());
  if (typeof wanted === 'string') {
    for (const reply of replies) expect(refusal(reply)).toBe(wanted);
    return;
  }
  if (!same && !game.model.canGive(gives)) {
    for (const reply of replies) expect(refusal(reply)).toBe('balance_changed');
    gives = [];
    replies = await placeFromCart(call, email, times);
  }
  const ids = new Set(replies.map((reply) => (reply.ok ? reply.data.order.id : refusal(reply))));
  expect([...ids]).toHaveLength(1);
  const [reply] = replies;
  if (!reply?.ok) return expect(reply).toMatchObject({ ok: true });
  const before = game.known.find(({ model }) => model === wanted);
  if (before) return expect(reply.data.order.id).toBe(before.id);
  expect(game.known.map(({ id }) => id)).not.toContain(reply.data.order.id);
  const { order, payment } = reply.data;
  const given = gives.reduce((sum, { amount }) => sum + amount, 0);
  expect(payment.amount.amount).toBe(total - given);
  wanted.amount = total;
  wanted.gives = gives;
  const { id, clientSecret } = payment;
  const { accessToken } = order;
  const payWith = payWithOf(game, gives);
  game.known.push({
    model: wanted,
    id: order.id,
    accessToken,
    payment: { id, clientSecret },
    payWith,
    actionUrl: null,
  });

  // How delivery is priced and a discount is shared out is taken from the shop; that it adds up is not.
  const rows = await game.shop.rows<LineRow>(
    `select l.variant_id as "variantId", s.seller_id as "sellerId", l.total, l.discount, s.total as "partTotal"
     from orders.order_lines l join orders.sub_orders s on s.id = l.sub_order_id where l.order_id = $1`,
    [order.id],
  );
  expect(rows).toHaveLength(wanted.parts.flatMap(({ lines }) => lines).length);
  for (const part of wanted.parts) {
    const own = rows.filter(({ sellerId }) => sellerId === at(game.staff.sellers, part.seller).sellerId);
    part.total = own[0]?.partTotal ?? 0;
    for (const line of part.lines) {
      const row = own.find(({ variantId }) => variantId === game.variants[line.variant]);
      expect(row?.total).toBe(line.paid);
      expect(row?.discount).toBeLessThanOrEqual(line.paid);
      line.paid -= row?.discount ?? 0;
    }
  }
  expect(rows.reduce((sum, { discount }) => sum + discount, 0)).toBe(wanted.discount);
  expect(wanted.parts.reduce((sum, part) => sum + part.total, 0)).toBe(wanted.amount);
  // Nothing is left for a provider: it is paid.
  if (given === total) game.model.captured(wanted);
}
