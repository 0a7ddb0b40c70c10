import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCart } from '@mallhive/cart';
import { catalogFixture, productDraft } from '@mallhive/catalog/testing';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { createIdentity } from '@mallhive/identity';
import { systemClock } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createMasterKey } from './master-key.ts';
import { buy, createKillDrill } from './testing/kill-drill.ts';

/** The short version runs with the suite; `KILL_DRILL_ORDERS=200 KILL_DRILL_KILLS=50` is the long one. */
const { KILL_DRILL_ORDERS: orders, KILL_DRILL_KILLS: kills } = z
  .object({
    KILL_DRILL_ORDERS: z.coerce.number().int().positive().default(15),
    KILL_DRILL_KILLS: z.coerce.number().int().positive().default(3),
  })
  .parse(process.env);
const stock = 1_000;

let database: TestDatabase;
let dataDir: string;
let drill: Awaited<ReturnType<typeof createKillDrill>>;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), 'mallhive-drill-'));
  drill = await createKillDrill(database, dataDir);
});
afterAll(async () => {
  await drill.stop('SIGTERM');
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const query = async (text: string, values: unknown[] = []) => (await database.db.pool.query(text, values)).rows;

async function openShop(): Promise<string[]> {
  const { catalog, seller } = await catalogFixture(database.db, systemClock);
  const { sellerId, slug, name } = seller;
  const identity = createIdentity({ db: database.db, master: createMasterKey({ dataDir, kms: null }) });
  const users = await identity.upsertUsers([{ email: 'sam@seller.test', name: 'Sam', password: 'a long password' }]);
  await query('insert into identity.sellers (id, slug, name) values ($1, $2, $3)', [sellerId, slug, name]);
  await query(`insert into identity.memberships (user_id, seller_id, role) values ($1, $2, 'owner')`, [
    users.get('sam@seller.test'),
    sellerId,
  ]);
  await catalog.upsertProducts([productDraft({ sellerId }), productDraft({ sellerId })]);
  const rows = await query('select id, product_id from catalog.variants');
  const cart = createCart({ db: database.db, variants: catalog, currency: 'GBP' });
  await cart.upsertStock(
    rows.map((row) => ({ variantId: row.id, productId: row.product_id, sellerId, onHand: stock })),
  );
  return rows.map((row) => row.id);
}

const progress = `select
  (select count(*)::int from orders.orders where status = 'paid') as paid,
  (select count(*)::int from cart.reservations where status = 'committed') as committed,
  (select count(*)::int from mailbox.mails where template = 'order-confirmation') as confirmations,
  (select count(*)::int from mailbox.mails where template = 'seller-new-order') as "sellerMails"`;

it(`${orders} orders survive ${kills} kills of the process: none is lost, nothing happens twice`, async () => {
  const variantIds = await openShop();
  await drill.start();
  const shoppers = (async () => {
    const ids: string[] = [];
    for (let first = 0; first < orders; first += 5) {
      const group = Array.from({ length: Math.min(5, orders - first) }, (_, index) =>
        buy(drill.visitor(), variantIds, `shopper-${first + index}@example.test`),
      );
      ids.push(...(await Promise.all(group)));
    }
    return ids;
  })();
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(200 + Math.random() * 2_000);
    await drill.stop('SIGKILL');
    await drill.start();
  }
  const ids = await shoppers;
  expect(new Set(ids).size).toBe(orders);

  const done = { paid: orders, committed: orders * variantIds.length, confirmations: orders, sellerMails: orders };
  await expect.poll(async () => (await query(progress))[0], { timeout: 120_000, interval: 500 }).toEqual(done);

  expect(await query('select on_hand, reserved from cart.stock_levels')).toEqual(
    variantIds.map(() => ({ on_hand: stock - orders, reserved: 0 })),
  );
  expect(await query(`select order_id from payments.payments group by order_id having count(*) <> 1`)).toEqual([]);
  expect(
    await query(`select count(*)::int as captures from payments.ledger_transactions where kind = 'capture'`),
  ).toEqual([{ captures: orders }]);
  expect(await query('select transaction_id from payments.ledger_entries group by 1 having sum(amount) <> 0')).toEqual(
    [],
  );
  expect(await query('select recipient from mailbox.mails group by recipient, subject having count(*) > 1')).toEqual(
    [],
  );
}, 900_000);
