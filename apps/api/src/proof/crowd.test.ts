import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { systemClock } from '@mallhive/kernel';
import { violations } from '@mallhive/testing/invariants';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createKillDrill } from '../testing/kill-drill.ts';
import { createExecutor } from './executor.ts';
import { openFaultShop } from './fault-shop.ts';

/** `npm run prove -- crowd`: 100,000 attempts for 1,000 units from 200 shoppers at once. */
const { PROVE_ATTEMPTS, PROVE_UNITS, PROVE_SHOPPERS, PROVE_KILLS } = z
  .object({
    PROVE_ATTEMPTS: z.coerce.number().int().positive().default(600),
    PROVE_UNITS: z.coerce.number().int().positive().default(30),
    PROVE_SHOPPERS: z.coerce.number().int().positive().default(40),
    PROVE_KILLS: z.coerce.number().int().min(0).default(2),
  })
  .parse(process.env);

let database: TestDatabase;
let dataDir: string;
let drill: Awaited<ReturnType<typeof createKillDrill>>;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), 'mallhive-crowd-'));
  drill = await createKillDrill(database, dataDir);
});
afterAll(async () => {
  await drill.stop('SIGTERM');
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const address = { name: 'Ada Example', line1: '1 Road', city: 'London', postcode: 'N1 1AA', country: 'GB' };
const card = { number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' };

interface Placed {
  payment: { id: string; clientSecret: string };
}

/** One try to buy one unit; every fourth who gets it never pays. */
async function attempt(variantId: string, index: number): Promise<'sold out' | 'paid' | 'left'> {
  const call = drill.visitor();
  try {
    await call('cart.setQuantity', { variantId, quantity: 1 });
    const { checkout } = await call<{ checkout: { id: string; revision: string } }>('orders.startCheckout', {});
    const input = { checkoutId: checkout.id, revision: checkout.revision, shippingAddress: address };
    const { payment } = await call<Placed>('orders.place', { ...input, email: `shopper-${index}@example.test` });
    if (index % 4 === 0) return 'left';
    await call('payments.confirmTest', {
      paymentId: payment.id,
      clientSecret: payment.clientSecret,
      card,
      returnUrl: '/',
    });
    return 'paid';
  } catch (error) {
    if (String(error).includes('stock_insufficient')) return 'sold out';
    throw error;
  }
}

it(`${PROVE_ATTEMPTS} attempts at ${PROVE_UNITS} units from ${PROVE_SHOPPERS} shoppers over ${PROVE_KILLS} kills: none sold twice, none lost, none left behind`, async () => {
  const [variantId = ''] = await openFaultShop(database.db, dataDir, PROVE_UNITS);
  await drill.start();
  const outcomes = { 'sold out': 0, paid: 0, left: 0 };
  let next = 0;
  let over = false;
  const shopper = async () => {
    while (next < PROVE_ATTEMPTS) outcomes[await attempt(variantId, next++)] += 1;
  };
  const killer = async () => {
    for (let kill = 0; kill < PROVE_KILLS && !over; kill += 1) {
      await sleep(400 + Math.random() * 1_500);
      await drill.stop('SIGKILL');
      await drill.start();
    }
  };
  const killing = killer();
  await Promise.all(Array.from({ length: PROVE_SHOPPERS }, shopper));
  over = true;
  await killing;
  expect(outcomes.paid + outcomes.left).toBe(PROVE_UNITS);

  // Those who left: an hour goes by, and the job that runs every minute looks after them.
  const query = async <Row>(text: string): Promise<Row[]> => (await database.db.pool.query(text)).rows as Row[];
  await query(`update orders.orders set pay_by = now() - interval '1 hour' where status = 'pending_payment'`);
  await query(`update cart.reservations set expires_at = now() - interval '1 hour' where status = 'active'
    and checkout_id in (select checkout_id from orders.orders where status = 'pending_payment')`);
  const secret = 'k'.repeat(40);
  const secrets = { SESSION_SECRET: secret, INTERNAL_SECRET: secret, TEST_PAYMENTS_WEBHOOK_SECRET: secret };
  const environment = { NODE_ENV: 'test', LOG_LEVEL: 'silent', PORT: '0', MALLHIVE_DATA_DIR: dataDir, ...secrets };
  const composition = compose(readConfig({ ...environment, DATABASE_URL: database.url }));
  try {
    const { functions } = composition;
    const executor = createExecutor({ functions, take: async () => [], clock: systemClock, random: Math.random });
    await executor.tick('sweep-orders');
  } finally {
    await composition.close();
  }
  const figures = () =>
    query(`select on_hand as "onHand", reserved,
      (select count(*)::int from orders.orders where status = 'paid') as paid,
      (select count(*)::int from orders.orders where status = 'cancelled') as cancelled from cart.stock_levels
      where variant_id = '${variantId}'`);
  const wanted = { onHand: outcomes.left, reserved: 0, paid: outcomes.paid, cancelled: outcomes.left };
  await expect.poll(async () => (await figures())[0], { timeout: 120_000, interval: 300 }).toEqual(wanted);
  // What a kill left is finished by the job of the minute after next at the latest.
  await expect.poll(() => violations(query, 'settled'), { timeout: 150_000, interval: 500 }).toEqual([]);
}, 7_200_000);
