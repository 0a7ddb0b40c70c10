import { setTimeout as sleep } from 'node:timers/promises';
import type { CardProvider } from '@mallhive/payments/ports';
import { violations } from '@mallhive/testing/invariants';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { randomOf } from './game.ts';
import { openProofShop, type ProofShop, payByCard, placeFromCart } from './proof-shop.ts';

const { PROVE_SEED, PROVE_ORDERS } = z
  .object({
    PROVE_SEED: z.coerce
      .number()
      .int()
      .default(() => Date.now() % 2_147_483_647),
    PROVE_ORDERS: z.coerce.number().int().positive().default(20),
  })
  .parse(process.env);

const random = randomOf(PROVE_SEED);
const asked = { failed: 0, unanswered: 0, slow: 0 };
let faulty = true;

/** Calls that change something or ask: they fail before, after (done, but nobody hears of it), or take their time. */
const calls = ['create', 'retrieve', 'cancel', 'capture', 'refund', 'confirmCard', 'authorise'];
const wrap = (provider: CardProvider): CardProvider =>
  new Proxy(provider, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || !calls.includes(String(name))) return value;
      return async (...input: unknown[]) => {
        const dice = faulty ? random() : 1;
        if (dice < 0.2) {
          asked.failed += 1;
          throw new Error('The provider is down');
        }
        if (dice < 0.3) {
          asked.slow += 1;
          await sleep(40);
        }
        const answer: unknown = await value.apply(target, input);
        if (dice >= 0.3 && dice < 0.5) {
          asked.unanswered += 1;
          throw new Error('The provider did not answer in time');
        }
        return answer;
      };
    },
  });

let shop: ProofShop;
beforeAll(async () => {
  shop = await openProofShop({ wrapTestProvider: wrap });
});
afterAll(() => shop.close());

/** A shopper who presses the button again when something went wrong on our side. */
async function patiently<Value extends { ok: boolean }>(press: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await press();
    if (reply.ok || attempt === 25) return reply;
  }
}

it(`a provider that is slow, fails, or succeeds without an answer takes each order's money once (seed ${PROVE_SEED})`, async () => {
  const { sellerId } = await shop.openSeller();
  const [variantId = ''] = await shop.stockUp(sellerId, [1_000]);
  const executor = shop.executor(random);
  const abandoned: string[] = [];
  for (let index = 0; index < PROVE_ORDERS; index += 1) {
    const call = shop.visitor();
    await call('cart.addItem', { variantId, quantity: 1 + (index % 3) });
    const placed = await patiently(
      async () =>
        (await placeFromCart(call, `shopper-${index}@example.test`))[0] ?? {
          ok: false as const,
          status: 0,
          reason: '',
        },
    );
    expect(placed).toMatchObject({ ok: true });
    if (!placed.ok) continue;
    // Every third gives up after one try, whatever came of it.
    const press = () => payByCard(call, placed.data.payment, '4242 4242 4242 4242');
    if (index % 3 === 2) {
      await press();
      abandoned.push(placed.data.order.id);
    } else {
      expect(await patiently(press)).toMatchObject({ ok: true, data: { status: 'captured' } });
    }
    if (index % 4 === 0) await executor.work().catch(() => undefined);
  }
  expect(Math.min(asked.failed, asked.unanswered, asked.slow)).toBeGreaterThan(0);

  // The provider is well again; whatever it did and nobody heard of comes out.
  faulty = false;
  for (const minutes of [1, 35, 20]) {
    shop.clock.advance(minutes * 60_000);
    for (const body of await shop.pendingNews()) await shop.deliver(body);
    await shop.composition.facades.payments.idle();
    await executor.work();
    await executor.tick('sweep-orders');
  }
  const query = <Row>(text: string) => shop.rows<Row>(text);
  expect(await violations(query, 'settled', shop.clock.now())).toEqual([]);
  const open = await query<{ id: string }>(`select id from orders.orders where status not in ('paid', 'cancelled')`);
  expect(open).toEqual([]);
  const paid = await query<{ id: string }>(`select id from orders.orders where status = 'paid'`);
  expect(paid.length).toBeGreaterThanOrEqual(PROVE_ORDERS - abandoned.length);
}, 120_000);
