import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createAnalytics, type PartRow, type SaleRow } from '@mallhive/analytics';
import { shopPeriodInput } from '@mallhive/analytics/dashboards';
import { createDatabase } from '@mallhive/db';
import { startDisposablePostgres } from '@mallhive/db/disposable';
import { migrate } from '@mallhive/db/migrate';
import { type ImportedOrder, readOnlineRetail } from '@mallhive/importer';
import { cpuSeconds } from './processes.ts';

/**
 * `npm run bench:analytics -- [--data FILE.csv.gz]`: the real orders become figures, which are compared with the file; then
 * what dashboards ask, with once and with ten times the data (ten times the sellers, products, shoppers and orders).
 */
const { values } = parseArgs({ options: { data: { type: 'string' } } });
const root = path.resolve(import.meta.dirname, '../../../..');
const data = values.data ? path.resolve(values.data) : path.resolve(root, '../shared/data/online-retail.csv.gz');
if (!existsSync(data)) {
  console.error(`There is no ${data}. Give the data set with --data FILE.csv.gz`);
  process.exit(1);
}
const other = (column: string) => `md5(${column}::text || copy)::uuid`;
const seller = `case when seller_id = '00000000-0000-0000-0000-000000000000' then seller_id else ${other('seller_id')} end`;
const nine = 'cross join generate_series(1, 9) copy';
const onlySellers = "where seller_id <> '00000000-0000-0000-0000-000000000000'";
const copies = [
  `insert into analytics.sold_products select ${other('product_id')}, title, sold_at from analytics.sold_products ${nine}`,
  `insert into analytics.sale_product_days select ${seller}, currency, day, ${other('product_id')}, units, revenue from analytics.sale_product_days ${nine}`,
  `insert into analytics.sale_product_months select ${seller}, currency, month, ${other('product_id')}, units, revenue from analytics.sale_product_months ${nine}`,
  `insert into analytics.sale_days select ${seller}, currency, day, country, orders, units, gross, discount, shipping, tax, total, refunded, refunded_tax
   from analytics.sale_days ${nine} ${onlySellers}`,
  `insert into analytics.cohort_months select ${seller}, currency, cohort, month, shoppers, repeaters, total from analytics.cohort_months ${nine} ${onlySellers}`,
];
const sellers = 8;
const asked = 40;

/** The same words, the same id. */
function idOf(...words: (string | number)[]): string {
  const hash = createHash('sha256').update(words.join('/')).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
const sellerOf = (sku: string) => idOf('seller', Number.parseInt(idOf(sku).slice(0, 8), 16) % sellers);

function toRows(order: ImportedOrder): { lines: SaleRow[]; parts: PartRow[] } {
  const orderId = idOf('order', order.sourceRef);
  const lines = order.lines.map(({ sku, quantity, unitPrice }) => ({
    orderLineId: idOf('line', order.sourceRef, sku, unitPrice),
    orderId,
    sellerId: sellerOf(sku),
    productId: idOf('product', sku),
    variantId: idOf('variant', sku),
    title: sku,
    units: quantity,
    revenue: quantity * unitPrice,
    currency: 'GBP',
    country: order.country,
    soldAt: order.placedAt,
  }));
  const shopper = order.customer ? idOf('shopper', order.customer) : null;
  const parts = [...new Set(lines.map(({ sellerId }) => sellerId))].map((sellerId) => ({
    ...{ orderId, sellerId, shopper },
    ...{ shipping: 0, tax: 0, taxOnTop: 0 },
  }));
  return { lines, parts };
}

const server = await startDisposablePostgres();
let highest = 0;
const watch = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage().rss);
}, 50);
try {
  await migrate({ url: server.url });
  const db = createDatabase({ url: server.url, applicationName: 'bench', maximumConnections: 4 });
  const owners = { sellersOfProducts: async () => new Map<string, string>() };
  const analytics = createAnalytics({ db, owners, currency: 'GBP' });
  const retail = await readOnlineRetail(createReadStream(data), { compressed: true });
  const orders = [...retail.orders()];

  const record = async () => {
    let lines = 0;
    for (let start = 0; start < orders.length; start += 500) {
      const rows = orders.slice(start, start + 500).map((order) => toRows(order));
      const batch = rows.flatMap((row) => row.lines);
      lines += batch.length;
      await analytics.recordSales(
        batch,
        rows.flatMap((row) => row.parts),
      );
    }
    return lines;
  };
  const timed = async (name: string, work: () => Promise<unknown>) => {
    const [begin, cpu] = [performance.now(), cpuSeconds([process.pid])];
    await work();
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(
      `${name.padEnd(44)}${seconds.padStart(7)} s, of it here ${(cpuSeconds([process.pid]) - cpu).toFixed(1)} s CPU`,
    );
  };

  let lines = 0;
  await timed(`recording ${orders.length} real orders`, async () => {
    lines = await record();
  });
  await timed(`rolling up their ${lines} lines`, () => analytics.rollUpSales());
  console.log(`highest memory of this process ${Math.round(highest / 2 ** 20)} MB`);

  await compareWithFile(orders, analytics);

  const first = orders.at(0)?.placedAt.toISOString().slice(0, 10) ?? '';
  const last = orders.at(-1)?.placedAt.toISOString().slice(0, 10) ?? '';
  const month = { from: `${last.slice(0, 7)}-01`, to: last };
  const year = { from: first, to: last };
  const sellerId = sellerOf(orders[0]?.lines[0]?.sku ?? '');
  const actor = { id: sellerId, memberships: [{ sellerId }] };
  const queries: Record<string, () => Promise<unknown>> = {
    'seller, sales of the last month': async () => analytics.sellerSales(actor, { sellerId, ...month }),
    'seller, sales of all months': async () => analytics.sellerSales(actor, { sellerId, ...year }),
    'seller, products of all months': async () => analytics.sellerProductSales(actor, { sellerId, ...year }),
    'seller, cohorts': async () => analytics.sellerShoppers(actor, { sellerId, ...year }),
    'shop, sales of the last month': () => analytics.shopSales({ sellerId: null, ...month }),
    'shop, sales of all months': () => analytics.shopSales({ sellerId: null, ...year }),
    'shop, products of the last month': () => analytics.shopProductSales({ sellerId: null, ...month }),
    'shop, products of all months': () => analytics.shopProductSales({ sellerId: null, ...year }),
    'shop, cohorts': () => analytics.shopShoppers({ sellerId: null, ...year }),
    'shop, sellers of all months': () => analytics.shopSellers(year),
    'shop, today': () => analytics.shopLive({ timeZone: 'Europe/London' }),
  };
  const measure = async () => {
    await db.pool.query('analyze');
    const p95 = new Map<string, number>();
    for (const [name, ask] of Object.entries(queries)) {
      const times: number[] = [];
      for (let index = 0; index < asked; index += 1) {
        const begin = performance.now();
        await ask();
        if (index >= asked / 4) times.push(performance.now() - begin);
      }
      times.sort((a, b) => a - b);
      p95.set(name, times[Math.floor(times.length * 0.95)] ?? 0);
    }
    return p95;
  };
  const once = await measure();
  // What the roll-up would make of ten such shops in one: other sellers, products and shoppers on the same days.
  await timed('nine times as many rows in the roll-ups', async () => {
    for (const text of copies) await db.pool.query(text);
  });
  const ten = await measure();
  console.log(`\n${'p95 in ms'.padEnd(40)}    1×     10×   growth`);
  for (const [name, before] of once) {
    const after = ten.get(name) ?? 0;
    const shown = [before.toFixed(1), after.toFixed(1), `${(after / before).toFixed(1)}×`];
    console.log(`${name.padEnd(38)}${shown.map((value) => value.padStart(8)).join('')}`);
  }
  await db.close();
} finally {
  clearInterval(watch);
  await server.stop();
}

/** Every month and country: the dashboard says what adding up the file says. */
async function compareWithFile(orders: readonly ImportedOrder[], analytics: ReturnType<typeof createAnalytics>) {
  const direct = new Map<string, number>();
  for (const { placedAt, country, lines } of orders) {
    const key = `${placedAt.toISOString().slice(0, 7)} ${country}`;
    const sum = lines.reduce((all, { quantity, unitPrice }) => all + quantity * unitPrice, 0);
    direct.set(key, (direct.get(key) ?? 0) + sum);
  }
  const months = [...new Set([...direct.keys()].map((key) => key.slice(0, 7)))];
  let wrong = 0;
  let seen = 0;
  for (const month of months) {
    const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
    const { countries } = await analytics.shopSales(shopPeriodInput.parse({ from: `${month}-01`, to: last }));
    for (const { country, net, orders: sold } of countries.filter((row) => row.orders > 0)) {
      seen += 1;
      if (net !== direct.get(`${month} ${country}`) || sold === 0) wrong += 1;
    }
  }
  console.log(`${seen} of ${direct.size} totals by month and country are there, ${wrong} are not those of the file\n`);
  if (wrong > 0 || seen !== direct.size) process.exitCode = 1;
}
