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
/** As many as a rail shows. */
const cards = 12;
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

const p95 = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

type Read = (round: number) => Promise<unknown>;

/** Every read once a round, so that whatever else the machine does meets all alike; each round begins with another one. */
async function inTurns(reads: Record<string, Read>): Promise<Record<string, number>> {
  const list = Object.entries(reads).map(([name, read]) => ({ name, read, times: [] as number[] }));
  for (let round = -50; round < rounds; round += 1) {
    const first = Math.abs(round) % list.length;
    for (const { read, times } of [...list.slice(first), ...list.slice(0, first)]) {
      const from = performance.now();
      await read(round);
      if (round >= 0) times.push(performance.now() - from);
    }
  }
  return Object.fromEntries(list.map(({ name, times }) => [name, p95(times)]));
}

const oneCard = 'primary key';
const sameCards = `primary keys of ${cards} cards`;

/** Rails beside reads of stored cards by their key, of one and of as many as a rail has, over the same connection. */
async function speeds(db: Database, search: Search, ids: readonly string[]): Promise<Record<string, number>> {
  const of = (list: readonly string[], round: number) => list[Math.abs(round * 7) % list.length] ?? '';
  const { rows } = await db.pool.query(`select owner from search.rails where kind = 'for-you' limit 500`);
  const people = rows.map(({ owner }) => String(owner));
  const rail = (kind: string) => (round: number) =>
    search.recommend(recommendInput.parse({ kind, productId: of(ids, round), limit: cards }));
  const some = (round: number) => Array.from({ length: cards }, (_, index) => of(ids, round * cards + index * 31));
  const read = (name: string, condition: string, value: (round: number) => unknown) => (round: number) =>
    db.pool.query({ name, text: `select * from search.entries where ${condition}`, values: [value(round)] });
  return inTurns({
    [oneCard]: read('bench.card', 'product_id = $1', (round) => of(ids, round)),
    [sameCards]: read('bench.cards', 'product_id = any ($1::uuid[])', some),
    'also bought': rail('also-bought'),
    'bought together': rail('bought-together'),
    'for you': (round) => search.recommend(recommendInput.parse({ kind: 'for-you', limit: cards }), of(people, round)),
  });
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
    const key = times[oneCard] ?? 0;
    const keys = times[sameCards] ?? 0;
    const slowest = Math.max(...Object.values(times));
    for (const [name, time] of Object.entries(times)) {
      console.log(
        `  p95 ${name.padEnd(26)} ${time.toFixed(2)} ms  ${(time / key).toFixed(2)}× one card  ${(time / keys).toFixed(2)}× as many`,
      );
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
