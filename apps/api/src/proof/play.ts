import { newId } from '@mallhive/kernel';
import { violations } from '@mallhive/testing/invariants';
import { cardNumbers, createShopModel, type ModelOrder, type Operation } from '@mallhive/testing/model';
import { expect } from 'vitest';
import { playFulfilment } from './play-fulfilment.ts';
import { type Call, type ProofShop, payByCard, placeFromCart, type Reply } from './proof-shop.ts';

/** An order of the model with what the shop told of it. */
export interface Known {
  model: ModelOrder;
  id: string;
  payment: { id: string; clientSecret: string };
  actionUrl: string | null;
}

export interface Game {
  shop: ProofShop;
  model: ReturnType<typeof createShopModel>;
  known: Known[];
  variants: string[];
  sellers: { sellerId: string; call: Call }[];
  shoppers: { call: Call; email: string }[];
  executor: ReturnType<ProofShop['executor']>;
  /** Delivered once: what an attacker or a confused network may send again. */
  delivered: string[];
}

/** Reproducible: the same seed gives the same sequence. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Products of two sellers, a few of each; two guests and two people with accounts. */
export async function openGame(
  shop: ProofShop,
  sellers: Game['sellers'],
  people: readonly Call[],
  seed: number,
): Promise<Game> {
  const [first, second] = sellers;
  if (!first || !second) throw new Error('The game needs two sellers');
  const stock = [3, 5, 2, 4];
  const variants = [
    ...(await shop.stockUp(first.sellerId, stock.slice(0, 2))),
    ...(await shop.stockUp(second.sellerId, stock.slice(2))),
  ];
  const calls = [shop.visitor(), shop.visitor(), ...people];
  // A basket of an earlier game is emptied: people keep theirs.
  for (const call of people) {
    const reply = await call<{ cart: { lines: { variantId: string }[] } }>('cart.setQuantity', {
      variantId: variants[0],
      quantity: 0,
    });
    if (!reply.ok) continue;
    for (const { variantId } of reply.data.cart.lines) await call('cart.setQuantity', { variantId, quantity: 0 });
  }
  return {
    shop,
    model: createShopModel(stock, calls.length),
    known: [],
    variants,
    sellers,
    shoppers: calls.map((call, index) => ({ call, email: `${newId()}-${index}@example.test` })),
    executor: shop.executor(randomOf(seed)),
    delivered: [],
  };
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`There is no number ${index}`);
  return item;
}
const refusal = (reply: Reply): string => (reply.ok ? 'accepted' : reply.reason);

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

async function place(game: Game, shopper: number, times: number): Promise<void> {
  const { call, email } = at(game.shoppers, shopper);
  const replies = await placeFromCart(call, email, times);
  const wanted = game.model.place(shopper, game.shop.clock.now().getTime());
  if (typeof wanted === 'string') {
    for (const reply of replies) expect(refusal(reply)).toBe(wanted);
    return;
  }
  const ids = new Set(replies.map((reply) => (reply.ok ? reply.data.order.id : refusal(reply))));
  expect([...ids]).toHaveLength(1);
  const [reply] = replies;
  if (!reply?.ok) return expect(reply).toMatchObject({ ok: true });
  const before = game.known.find(({ model }) => model === wanted);
  if (before) return expect(reply.data.order.id).toBe(before.id);
  expect(game.known.map(({ id }) => id)).not.toContain(reply.data.order.id);
  const { id, clientSecret, amount } = reply.data.payment;
  wanted.amount = amount.amount;
  game.known.push({ model: wanted, id: reply.data.order.id, payment: { id, clientSecret }, actionUrl: null });
}

/** Counted from the newest. */
export const orderAt = (game: Game, index: number): Known | undefined =>
  game.known.at(-1 - (index % Math.max(1, game.known.length)));

async function pay(game: Game, order: Known, operation: Operation & { kind: 'pay' }): Promise<void> {
  const { call } = at(game.shoppers, order.model.shopper);
  const attempts = Array.from({ length: operation.times }, () =>
    payByCard(call, order.payment, cardNumbers[operation.card]),
  );
  const replies = await Promise.all(attempts);
  if (atBank.delete(order)) game.model.captured(order.model);
  const wanted = game.model.pay(order.model, operation.card);
  for (const reply of replies) {
    expect(reply.ok && reply.data.status).toBe(wanted);
    if (reply.ok && reply.data.actionUrl) order.actionUrl = reply.data.actionUrl;
  }
}

async function answerChallenge(game: Game, order: Known, completed: boolean): Promise<void> {
  if (!order.actionUrl) return;
  const body = new URLSearchParams({
    client_secret: order.payment.clientSecret,
    outcome: completed ? 'complete' : 'fail',
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(new URL(order.actionUrl, game.shop.url), {
    method: 'POST',
    headers,
    body: body.toString(),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
  if (order.model.money !== 'action') return;
  // The bank knows, we do not yet: a webhook or the browser's return tells.
  if (completed) atBank.add(order);
  else order.model.money = 'open';
}
/** Orders whose money the bank has taken without our knowing. */
const atBank = new WeakSet<Known>();
const learn = (game: Game) => {
  for (const order of game.known) if (atBank.delete(order)) game.model.captured(order.model);
};

async function askStatus(game: Game, order: Known): Promise<void> {
  const response = await game.shop.query('payments.status', {
    paymentId: order.payment.id,
    clientSecret: order.payment.clientSecret,
  });
  expect(response.status).toBe(200);
  if (atBank.delete(order)) game.model.captured(order.model);
}

async function deliverNews(game: Game, how: (Operation & { kind: 'webhooks' })['how']): Promise<void> {
  const { shop, delivered } = game;
  const news = await shop.pendingNews();
  if (how === 'altered' || how === 'unsigned' || how === 'too-old') {
    const body = news[0] ?? delivered[0] ?? '{}';
    const forged = body.replaceAll('"requires_method"', '"succeeded"').replaceAll('"requires_action"', '"succeeded"');
    const status =
      how === 'too-old' ? await shop.deliver(body, new Date(Date.now() - 400_000)) : await shop.deliverUnsigned(forged);
    expect(status).toBe(400);
  }
  if (how === 'backwards') news.reverse();
  const again = how === 'twice' ? [...news, ...news, ...delivered.slice(-3)] : news;
  if (how === 'at-once') await Promise.all([...news, ...news].map((body) => shop.deliver(body)));
  else for (const body of again) expect(await shop.deliver(body)).toBe(200);
  delivered.push(...news);
  // A webhook has its receipt before it has its effect.
  await shop.composition.facades.payments.idle();
  learn(game);
}

async function work(game: Game, crashes: number): Promise<void> {
  const { executor, shop, model } = game;
  model.expire(shop.clock.now().getTime());
  for (let round = 0; round < 3; round += 1) {
    await executor.work(crashes);
    await executor.tick('sweep-orders');
    // What the jobs did at the provider is news as well.
    await deliverNews(game, 'each');
    await executor.work();
  }
  model.worked(shop.clock.now().getTime());
}

/** Does it over HTTP and says what should have come of it. */
export async function play(game: Game, operation: Operation): Promise<void> {
  switch (operation.kind) {
    case 'add':
    case 'set':
      return write(game, operation);
    case 'place':
      return place(game, operation.shopper, operation.times);
    case 'webhooks':
      return deliverNews(game, operation.how);
    case 'work':
      return work(game, operation.crashes);
    case 'wait':
      return game.shop.clock.advance(operation.minutes * 60_000);
    case 'count-stock': {
      const seller = at(game.sellers, operation.variant < 2 ? 0 : 1);
      const input = {
        sellerId: seller.sellerId,
        variantId: game.variants[operation.variant],
        onHand: operation.onHand,
      };
      const reply = await seller.call('cart.setStock', input);
      return expect(reply.ok || reply.reason).toBe(
        game.model.count(operation.variant, operation.onHand) || 'stock_reserved',
      );
    }
    default: {
      const order = orderAt(game, operation.order);
      if (!order) return;
      if (operation.kind === 'pay') return pay(game, order, operation);
      if (operation.kind === 'answer-challenge') return answerChallenge(game, order, operation.completed);
      if (operation.kind === 'ask-status') return askStatus(game, order);
      return playFulfilment(game, order, operation);
    }
  }
}

/** Stock, orders and money are what the model says, and no invariant is broken. */
export async function compare(game: Game, settled: boolean): Promise<void> {
  const { shop, model, variants, known } = game;
  const levels = await shop.rows<{ variant: string; onHand: number; reserved: number }>(
    `select variant_id as variant, sum(on_hand)::int as "onHand", sum(reserved)::int as reserved from cart.stock_levels
     where variant_id = any($1::uuid[]) group by 1`,
    [variants],
  );
  const of = (id: string) => levels.find(({ variant }) => variant === id);
  expect(variants.map((id) => [of(id)?.onHand, of(id)?.reserved])).toEqual(
    variants.map((_, index) => [model.onHand(index), model.reserved(index)]),
  );
  const orders = await shop.rows<{ id: string; status: string; refunded: number; money: string }>(
    `select o.id, o.status, p.refunded, p.status as money from orders.orders o join payments.payments p on p.order_id = o.id
     where o.id = any($1::uuid[])`,
    [known.map(({ id }) => id)],
  );
  const shown = known.map(({ id }) => {
    const order = orders.find((row) => row.id === id);
    const waiting = order?.status === 'pending_payment' || order?.status === 'payment_failed';
    const status = waiting ? 'waiting' : order?.status === 'cancelled' ? 'cancelled' : 'paid';
    const taken = ['captured', 'partially_refunded', 'refunded'].includes(order?.money ?? '');
    return { id, status, refunded: order?.refunded, taken };
  });
  expect(shown).toEqual(
    known.map(({ id, model: { status, refunded, money } }) => ({ id, status, refunded, taken: money === 'taken' })),
  );
  const query = <Row>(text: string) => shop.rows<Row>(text);
  expect(await violations(query, settled ? 'settled' : 'always', shop.clock.now())).toEqual([]);
  if (settled) expect(await shop.composition.facades.payments.firstImbalance()).toBeNull();
}

/** Everybody goes home: all deadlines pass and all work is done. */
export async function settle(game: Game): Promise<void> {
  await work(game, 2);
  game.shop.clock.advance(50 * 60_000);
  await work(game, 0);
}
