import path from 'node:path';
import { createCart } from '@mallhive/cart';
import { createDatabase } from '@mallhive/db';
import { runningEmbeddedPostgres } from '@mallhive/db/embedded-running';
import { ensureDatabase, migrate } from '@mallhive/db/migrate';
import { newId } from '@mallhive/kernel';
import pg from 'pg';
import type { Figure } from './figures.ts';

const connections = 16;
const seconds = 5;

/** As short as it can be and still be right: one statement, the lock, the check, the row of who holds what. */
const plainSql = `
  with taken as (
    update bench_hot.stock set reserved = reserved + 1 where id = 1 and on_hand - reserved >= 1 returning id
  )
  insert into bench_hot.reservations (checkout_id, stock_id, quantity, expires_at) select $1, id, 1, $2 from taken`;

/** Calls per second with so many callers that each wait for their answer. */
async function rate(callers: number, call: (caller: number) => Promise<unknown>): Promise<number> {
  let count = 0;
  let until = performance.now() + 1_000;
  const run = async (caller: number) => {
    while (performance.now() < until) {
      await call(caller);
      count += 1;
    }
  };
  const all = () => Promise.all(Array.from({ length: callers }, (_, caller) => run(caller)));
  await all();
  count = 0;
  until = performance.now() + seconds * 1_000;
  await all();
  return count / seconds;
}

async function plain(url: string): Promise<{ perSecond(callers: number): Promise<number>; close(): Promise<void> }> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const [admin] = clients;
  await admin?.query(`drop schema if exists bench_hot cascade; create schema bench_hot;
    create table bench_hot.stock (id int primary key, on_hand int not null, reserved int not null, check (reserved between 0 and on_hand)) with (fillfactor = 70);
    create table bench_hot.reservations (checkout_id uuid, stock_id int, quantity int not null, expires_at timestamptz not null, primary key (checkout_id, stock_id));
    insert into bench_hot.stock values (1, 100000000, 0);`);
  return {
    perSecond: (callers) =>
      rate(
        callers,
        (caller) =>
          clients[caller]?.query({ name: 'hot', text: plainSql, values: [newId(), new Date(Date.now() + 900_000)] }) ??
          Promise.resolve(),
      ),
    close: async () => {
      await admin?.query('drop schema bench_hot cascade');
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}

/**
 * Reservations a second of one product, ours beside the best plain SQL: one transaction for each on the same server. Ours are
 * as many callers as the pool has connections, each with a checkout of its own and waiting for its answer.
 */
export async function hotProductFigures(shop: { folder: string }): Promise<Figure[]> {
  // A database of its own: the shop beside it would begin to work off a hundred thousand reservations.
  const url = runningEmbeddedPostgres({ dataDir: path.join(shop.folder, 'postgres'), database: 'hot_product' });
  if (!url) throw new Error('The database of the shop to measure is not there');
  await ensureDatabase(url);
  await migrate({ url });
  const db = createDatabase({ url, applicationName: 'hot-product', maximumConnections: connections });
  const nobody = { variantsForCart: async () => [], variantsForStock: async () => [] };
  const cart = createCart({ db, variants: nobody, currency: 'GBP' });
  const variantId = newId();
  const reference = await plain(url);
  try {
    await cart.upsertStock([{ variantId, productId: newId(), sellerId: newId(), onHand: 1_000_000 }]);
    const reserve = () =>
      cart.reserve({
        checkoutId: newId(),
        cartId: newId(),
        lines: [{ variantId, quantity: 1 }],
        expiresAt: new Date(Date.now() + 900_000),
      });
    const best = { ours: 0, plain: 0 };
    for (let round = 0; round < 3; round += 1) {
      // Fewer connections wait less for each other's locks: whichever is faster counts.
      for (const callers of [connections, 2]) best.plain = Math.max(best.plain, await reference.perSecond(callers));
      best.ours = Math.max(best.ours, await rate(connections, reserve));
    }
    return [
      {
        name: 'reservations of one product, per second',
        value: best.ours,
        unit: '/s',
        reference: { name: 'best plain SQL, bare client', value: best.plain },
        target: { atLeast: 0.5 },
      },
    ];
  } finally {
    await reference.close();
    await db.close();
  }
}
