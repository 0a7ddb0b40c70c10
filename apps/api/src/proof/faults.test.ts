import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createDatabase, type Database } from '@mallhive/db';
import { startEmbeddedPostgres } from '@mallhive/db/embedded';
import { migrate } from '@mallhive/db/migrate';
import { createTestDatabase } from '@mallhive/db/testing';
import { freePort } from '@mallhive/testing/free-port';
import { violations } from '@mallhive/testing/invariants';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buy, createKillDrill } from '../testing/kill-drill.ts';
import { failpoints } from './failpoints.ts';
import { openFaultShop } from './fault-shop.ts';

/** `npm run prove -- faults`: at every named point, and more orders. */
const { PROVE_KILLS, PROVE_ORDERS } = z
  .object({ PROVE_KILLS: z.enum(['some', 'all']).default('some'), PROVE_ORDERS: z.coerce.number().int().default(12) })
  .parse(process.env);
const entry = fileURLToPath(new URL('./api-with-failpoint.ts', import.meta.url));
const points = PROVE_KILLS === 'all' ? failpoints : failpoints.filter((_, index) => index % 6 === 3);

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mallhive-faults-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Within two minutes every order is paid for, taken from the stock and confirmed once, and no invariant is broken. */
async function expectAllDone(db: Database, orders: number): Promise<void> {
  const query = async <Row>(text: string): Promise<Row[]> => (await db.pool.query(text)).rows as Row[];
  const progress = () =>
    query(`select (select count(*)::int from orders.orders where status = 'paid') as paid,
      (select count(distinct checkout_id)::int from cart.reservations where status = 'committed') as sold,
      (select count(*)::int from mailbox.mails where template = 'order-confirmation') as confirmed,
      (select count(*)::int from payments.webhook_events where processed_at is null) as news`);
  const done = { paid: orders, sold: orders, confirmed: orders, news: 0 };
  await expect.poll(async () => (await progress())[0], { timeout: 120_000, interval: 300 }).toEqual(done);
  await expect.poll(() => violations(query, 'settled'), { timeout: 20_000, interval: 500 }).toEqual([]);
}

describe('the process dies', () => {
  it(`at ${points.length} named points of an order's way, and the order is paid, sold and confirmed once`, async () => {
    const database = await createTestDatabase();
    closing.push(() => database.close());
    const dataDir = await temporaryFolder();
    const variantIds = await openFaultShop(database.db, dataDir);
    const drill = await createKillDrill(database, dataDir);
    closing.push(() => drill.stop('SIGTERM'));
    let orders = 0;
    for (const [name, text] of points) {
      await drill.start(entry, { FAILPOINT: text });
      const bought = buy(drill.visitor(), variantIds, `shopper-${orders}@example.test`);
      const died = await Promise.race([drill.ended().then(() => true), sleep(30_000, false)]);
      expect(died, `nothing is done ${name}`).toBe(true);
      await drill.start();
      await bought;
      orders += 1;
      await expectAllDone(database.db, orders);
      await drill.stop('SIGTERM');
    }
  }, 900_000);
});

describe('PostgreSQL is restarted', () => {
  it(`in the middle of ${PROVE_ORDERS} orders, twice, and none is lost or doubled`, async () => {
    const folder = await temporaryFolder();
    const options = { dataDir: path.join(folder, 'postgres'), port: await freePort(), disposable: true };
    let server = await startEmbeddedPostgres(options);
    closing.push(() => server.stop());
    await migrate({ url: server.url });
    const db = createDatabase({ url: server.url, onError: () => undefined });
    closing.push(() => db.close());
    const variantIds = await openFaultShop(db, folder);
    const drill = await createKillDrill({ url: server.url }, folder);
    await drill.start();
    closing.push(() => drill.stop('SIGTERM'));

    // Begins when everything runs: a process that finds no database when it starts says so and ends.
    await buy(drill.visitor(), variantIds, 'first@example.test');
    await expectAllDone(db, 1);
    const shoppers = (async () => {
      for (let first = 0; first < PROVE_ORDERS; first += 4) {
        const group = Array.from({ length: Math.min(4, PROVE_ORDERS - first) }, (_, index) =>
          buy(drill.visitor(), variantIds, `shopper-${first + index}@example.test`),
        );
        await Promise.all(group);
      }
    })();
    for (const pause of [150, 900]) {
      await sleep(pause);
      await server.stop();
      server = await startEmbeddedPostgres(options);
    }
    await shoppers;
    await expectAllDone(db, PROVE_ORDERS + 1);

    // Told to end while the database is gone, the process ends all the same.
    await server.stop();
    const stopped = drill.stop('SIGTERM').then(() => true);
    expect(await Promise.race([stopped, sleep(60_000, false)])).toBe(true);
  }, 300_000);
});
