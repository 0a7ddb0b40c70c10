import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { createDatabase, type Database } from '@mallhive/db';
import { startDisposablePostgres } from '@mallhive/db/disposable';
import { migrate } from '@mallhive/db/migrate';
import { readOnlineRetail } from '@mallhive/importer';
import { newId } from '@mallhive/kernel';
import { createSearch, type Search } from '@mallhive/search';
import { recommendInput } from '@mallhive/search/contract';
import { fakeProductSource } from '@mallhive/search/testing';
import { realCatalogue } from '../search/catalogue.ts';

interface Computed {
  rails: number;
  seconds: number;
  cpuSeconds: number;
  megabytes: number;
}

const rounds = 600;
/** What is asked of the computation and of the rails. */
const most = { seconds: 60, megabytes: 500, timesPrimaryKey: 2 };

/** Records at least `lines` order lines: the real orders, and again as those of other people. Answers how many. */
async function record(search: Search, file: string, skus: Map<string, string>, lines: number): Promise<number> {
  const retail = await readOnlineRetail(createReadStream(file), { compressed: file.endsWith('.gz') });
  const orders = [...retail.orders()].map(({ customer, placedAt, lines: bought }) => ({
    customer,
    paidAt: placedAt,
    lines: bought.flatMap(({ sku, quantity }) => {
      const productId = skus.get(sku);
      return productId ? [{ productId, quantity }] : [];
    }),
  }));
  let recorded = 0;
  while (recorded < lines) {
    const shoppers = new Map(retail.customers.map((customer) => [customer, newId()]));
    const batch = [];
    for (const { customer, ...order } of orders) {
      if (recorded >= lines) break;
      recorded += new Set(order.lines.map(({ productId }) => productId)).size;
      batch.push({ ...order, orderId: newId(), shopperId: shoppers.get(customer) ?? null });
    }
    await search.recordOrders(batch, { bulk: true });
  }
  return recorded;
}

async function p95(work: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = -50; round < rounds; round += 1) {
    const from = performance.now();
    await work(round);
    if (round >= 0) times.push(performance.now() - from);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds * 0.95)] ?? 0;
}

/** Rails beside a read of one stored card by its key, over the same connection, one after the other in turns. */
async function speeds(db: Database, search: Search, ids: readonly string[]): Promise<Record<string, number>> {
  const of = (list: readonly string[], round: number) => list[Math.abs(round * 7) % list.length] ?? '';
  const { rows } = await db.pool.query(`select owner from search.rails where kind = 'for-you' limit 500`);
  const people = rows.map(({ owner }) => String(owner));
  const rail = (kind: string) => (round: number) =>
    search.recommend(recommendInput.parse({ kind, productId: of(ids, round), limit: 12 }));
  const byKey = (round: number) =>
    db.pool.query({
      name: 'bench.card',
      text: 'select * from search.entries where product_id = $1',
      values: [of(ids, round)],
    });
  return {
    'primary key': await p95(byKey),
    'also bought': await p95(rail('also-bought')),
    'bought together': await p95(rail('bought-together')),
    'for you': await p95((round) => search.recommend(recommendInput.parse({ kind: 'for-you' }), of(people, round))),
    'primary key again': await p95(byKey),
  };
}

/** All rails from `lines` order lines, and how fast they are read. False: not within what is asked. */
export async function serving(file: string, lines: number): Promise<boolean> {
  const products = await realCatalogue(file);
  const skus = new Map(products.flatMap(({ productId, variants }) => variants.map(({ sku }) => [sku, productId])));
  const server = await startDisposablePostgres();
  await migrate({ url: server.url });
  const db = createDatabase({ url: server.url, statementTimeoutMs: 0 });
  const search = createSearch({ db, source: fakeProductSource(products).source });
  try {
    await search.rebuild();
    const recorded = await record(search, file, skus, lines);
    await db.pool.query('analyze');
    const script = path.join(import.meta.dirname, 'recompute.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, server.url]);
    const { rails, seconds, cpuSeconds, megabytes }: Computed = JSON.parse(stdout);
    console.log(
      `\n${recorded} order lines: ${rails} rails in ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor outside the database), ${megabytes.toFixed(0)} MB`,
    );
    await db.pool.query('vacuum analyze');
    const times = await speeds(
      db,
      search,
      products.map(({ productId }) => productId),
    );
    const key = Math.max(times['primary key'] ?? 0, times['primary key again'] ?? 0);
    const slowest = Math.max(...Object.values(times));
    for (const [name, time] of Object.entries(times)) {
      console.log(`  p95 ${name.padEnd(20)} ${time.toFixed(2)} ms  ${(time / key).toFixed(2)}×`);
    }
    const verdicts: [string, boolean][] = [
      [`computed in ${most.seconds} s`, seconds < most.seconds],
      [`in ${most.megabytes} MB`, megabytes < most.megabytes],
      [`p95 within ${most.timesPrimaryKey}× of a primary key`, slowest <= key * most.timesPrimaryKey],
    ];
    for (const [text, holds] of verdicts) console.log(`${holds ? 'ok ' : 'NOT'} ${text}`);
    return verdicts.every(([, holds]) => holds);
  } finally {
    await search.close();
    await db.close();
    await server.stop();
  }
}
