import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { systemClock } from '@mallhive/kernel';
import { violations } from '@mallhive/testing/invariants';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createKillDrill } from '../testing/kill-drill.ts';
import { atTill, crowd, toTill } from './crowd-shoppers.ts';
import { createExecutor } from './executor.ts';
import { openFaultShop } from './fault-shop.ts';

/**
 * `npm run prove -- crowd`: 100,000 attempts for 1,000 units from 200 shoppers at once, against the production bundle. Ten for
 * each unit stand at the till with the last step to take when the rush begins; the others come in by the door.
 */
const { PROVE_ATTEMPTS, PROVE_UNITS, PROVE_SHOPPERS, PROVE_KILLS, PROVE_BUNDLE } = z
  .object({
    PROVE_ATTEMPTS: z.coerce.number().int().positive().default(600),
    PROVE_UNITS: z.coerce.number().int().positive().default(30),
    PROVE_SHOPPERS: z.coerce.number().int().positive().default(40),
    PROVE_KILLS: z.coerce.number().int().min(0).default(2),
    PROVE_BUNDLE: z.stringbool().default(false),
  })
  .parse(process.env);
const entry = PROVE_BUNDLE ? fileURLToPath(new URL('../../dist/main.mjs', import.meta.url)) : undefined;
const early = Math.min(PROVE_ATTEMPTS, PROVE_UNITS * 10);
const rush = PROVE_UNITS * 2;

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

it(`${PROVE_ATTEMPTS} attempts at ${PROVE_UNITS} units from ${PROVE_SHOPPERS} shoppers over ${PROVE_KILLS} kills: none sold twice, none lost, none left behind`, async () => {
  const [variantId = ''] = await openFaultShop(database.db, dataDir, PROVE_UNITS);
  await drill.start(entry);
  const outcomes = { 'sold out in the shop': 0, 'sold out at the till': 0, paid: 0, left: 0 };
  const waiting = new Map<number, Exclude<Awaited<ReturnType<typeof toTill>>, string>>();
  await crowd('on the way to the till', 0, early, PROVE_SHOPPERS, async (index) => {
    const at = await toTill(drill, variantId);
    if (typeof at === 'string') throw new Error('Nobody has bought anything yet');
    waiting.set(index, at);
  });
  let kills = 0;
  let killing = Promise.resolve();
  const kill = async () => {
    await drill.stop('SIGKILL');
    await drill.start(entry);
  };
  const perSecond = await crowd('attempts', 0, PROVE_ATTEMPTS, PROVE_SHOPPERS, async (index) => {
    // Half of the kills come while the units go, the others in the time after.
    const half = PROVE_KILLS / 2;
    const due = index < rush ? (index / rush) * half : half + ((index - rush) / (PROVE_ATTEMPTS - rush)) * half;
    if (kills < PROVE_KILLS && due >= kills + 0.25) {
      kills += 1;
      killing = killing.then(kill);
    }
    const at = waiting.get(index) ?? (await toTill(drill, variantId));
    waiting.delete(index);
    outcomes[typeof at === 'string' ? at : await atTill(at, index)] += 1;
  });
  await killing;
  console.table({ ...outcomes, kills, 'attempts a second': perSecond });
  expect(outcomes.paid + outcomes.left).toBe(PROVE_UNITS);

  const query = async <Row>(text: string): Promise<Row[]> => (await database.db.pool.query(text)).rows as Row[];
  const paid = () => query<{ count: number }>(`select count(*)::int as count from orders.orders where status = 'paid'`);
  // Money of which a kill kept the news from us: it is asked for within the minute, long before an order is given up.
  await expect.poll(async () => (await paid())[0]?.count, { timeout: 150_000, interval: 500 }).toBe(outcomes.paid);
  // Those who left: an hour goes by, and the job that runs every minute looks after them.
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
  const [report] = await query<Record<string, number>>(`select sold, greatest(0, sold - ${PROVE_UNITS}) as oversold,
    (select count(*)::int from payments.payments where status = 'captured') - sold as "paid and not sold",
    (select count(*)::int from cart.reservations where status = 'active') as "held for nobody",
    (select count(*)::int from orders.orders where status = 'pending_payment') as "orders left behind"
    from (select -coalesce(sum(delta), 0)::int as sold from cart.stock_movements where reason = 'sale') s`);
  console.table({ ...report, 'lost answers': outcomes.paid - Number(report?.sold) });
}, 7_200_000);
