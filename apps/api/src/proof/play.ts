import { violations } from '@mallhive/testing/invariants';
import { cardNumbers, type Operation } from '@mallhive/testing/model';
import { expect } from 'vitest';
import { at, type Game, type Known } from './game.ts';
import { playBasket } from './play-basket.ts';
import { compareOrders, playFulfilment } from './play-fulfilment.ts';
import { playReturn } from './play-returns.ts';
import { payByCard } from './proof-shop.ts';

/** Counted from the newest. */
const orderAt = (game: Game, index: number): Known | undefined =>
  game.known.at(-1 - (index % Math.max(1, game.known.length)));

async function pay(game: Game, order: Known, operation: Operation & { kind: 'pay' }): Promise<void> {
  const { call } = at(game.shoppers, order.model.shopper);
  // No provider was asked.
  if (order.model.gives.reduce((sum, { amount }) => sum + amount, 0) === order.model.amount) return;
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
    case 'place':
    case 'coupon':
    case 'sign-in':
      return playBasket(game, operation);
    case 'webhooks':
      return deliverNews(game, operation.how);
    case 'work':
      return work(game, operation.crashes);
    case 'wait':
      return game.shop.clock.advance(operation.minutes * 60_000);
    case 'count-stock': {
      const seller = at(game.staff.sellers, operation.variant < 2 ? 0 : 1);
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
      if (operation.kind === 'return' || operation.kind === 'return-step') return playReturn(game, order, operation);
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
  const stocked = variants.map((id, index) => ({ id, index })).filter(({ index }) => !model.isBundle(index));
  expect(stocked.map(({ id }) => [of(id)?.onHand, of(id)?.reserved])).toEqual(
    stocked.map(({ index }) => [model.onHand(index), model.reserved(index)]),
  );
  const orders = await shop.rows<{ id: string; status: string; refunded: number; planned: number; money: string }>(
    `select o.id, o.status, o.refund_planned as planned, p.refunded, p.status as money from orders.orders o join payments.payments p on p.order_id = o.id
     where o.id = any($1::uuid[])`,
    [known.map(({ id }) => id)],
  );
  const shown = known.map(({ id }) => {
    const order = orders.find((row) => row.id === id);
    const waiting = order?.status === 'pending_payment' || order?.status === 'payment_failed';
    const status = waiting ? 'waiting' : order?.status === 'cancelled' ? 'cancelled' : 'paid';
    const taken = ['captured', 'partially_refunded', 'refunded'].includes(order?.money ?? '');
    return { id, status, refunded: order?.refunded, planned: order?.planned, taken };
  });
  expect(shown).toEqual(
    known.map(({ id, model: { status, refunded, planned, money } }) => ({
      id,
      status,
      refunded,
      planned,
      taken: money === 'taken',
    })),
  );
  await compareOrders(game);
  const purses = await shop.rows<{ id: string; balance: number; held: number }>(
    'select id, balance, held from payments.instruments where id = any($1::uuid[])',
    [game.instruments.map(({ id }) => id)],
  );
  const purse = (id: string) => purses.find((row) => row.id === id);
  expect(game.instruments.map(({ id }) => [purse(id)?.balance, purse(id)?.held])).toEqual(
    game.instruments.map((_, index) => [model.balance(index), model.promised(index)]),
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
