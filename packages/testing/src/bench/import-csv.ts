import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createLocalStorage } from '@mallhive/adapter-media-local';
import { createCatalog } from '@mallhive/catalog';
import { createDatabase } from '@mallhive/db';
import { startDisposablePostgres } from '@mallhive/db/disposable';
import { migrate } from '@mallhive/db/migrate';
import { newId } from '@mallhive/kernel';
import { cpuSeconds } from './processes.ts';

/**
 * `node --max-semi-space-size=4 packages/testing/src/bench/import-csv.ts [--products 50000]` (the heap that the launcher gives
 * the API): imports products of two variants from a file into an
 * empty shop, imports the same file again, exports it; prints seconds and the memory of this process.
 */
const { values } = parseArgs({ options: { products: { type: 'string', default: '50000' } } });
const count = Number(values.products);

function* file(): Generator<string> {
  yield 'handle,title,subtitle,description,brand,category,status,highlights,attributes,option1_name,option1_value,sku,weight_grams,stock,price_gbp,compare_at_gbp,price_eur\n';
  for (let index = 0; index < count; index += 1) {
    const text =
      `A thing of ordinary size number ${index}. It has a description of ordinary length, with a few words more. `.repeat(
        3,
      );
    const price = (5 + (index % 90) + 0.5).toFixed(2);
    yield `thing-${index},Thing ${index} for the house,Made with care,"${text}",Maker ${index % 40},home/things-${index % 20},published,Light | Strong,Material: Oak | Origin: Wales,Size,Small,T-${index}-S,400,${index % 50},${price},,${price}\n`;
    yield `thing-${index},,,,,,,,,,Large,T-${index}-L,900,${index % 30},${Number(price) + 10},${Number(price) + 20},\n`;
  }
}

const server = await startDisposablePostgres();
const folder = await mkdtemp(path.join(tmpdir(), 'mallhive-bench-import-'));
let highest = 0;
const watch = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage().rss);
}, 50);
try {
  await migrate({ url: server.url });
  const db = createDatabase({ url: server.url, applicationName: 'bench', maximumConnections: 4 });
  const catalog = createCatalog({
    db,
    currency: 'GBP',
    media: {
      storage: createLocalStorage(folder),
      pictures: { check: async () => 'picture_unreadable' },
      fetcher: { fetch: async () => 'address_refused' },
    },
  });
  const sellerId = newId();
  await catalog.upsertSellerProfiles([
    {
      sellerId,
      slug: 'bench',
      name: 'Bench',
      tagline: '',
      description: '',
      logoUrl: '',
      bannerUrl: '',
      country: 'GB',
      changedAt: new Date(),
    },
  ]);
  await catalog.upsertCategories([
    { path: 'home', name: 'Home' },
    ...Array.from({ length: 20 }, (_, index) => ({ path: `home/things-${index}`, name: `Things ${index}` })),
  ]);
  const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' }] };

  const timed = async (what: string, work: () => Promise<string>) => {
    const start = performance.now();
    const cpu = process.cpuUsage();
    const databaseCpu = cpuSeconds([server.pid]);
    const said = await work();
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (performance.now() - start) / 1000;
    const used = `${((user + system) / 1e6).toFixed(1)} s CPU here and ${(cpuSeconds([server.pid]) - databaseCpu).toFixed(1)} s in PostgreSQL`;
    console.log(`${what}: ${seconds.toFixed(1)} s, ${used}, at most ${Math.round(highest / 1e6)} MB; ${said}`);
  };
  const run = async (mode: 'good_rows' | 'all_or_nothing') => {
    const body = Readable.from(file()).map((text: string) => Buffer.from(text));
    const { importId } = await catalog.createImport(actor, { sellerId, fileName: 'bench.csv', body });
    const { mapping, delimiter } = await catalog.importPreview(actor, { sellerId, importId });
    await catalog.startImport(actor, { sellerId, importId, mapping, delimiter, mode, dryRun: false });
    while (!(await catalog.runImport(importId)).done);
    const { job } = await catalog.import(actor, { sellerId, importId });
    return `${job.status}, ${JSON.stringify(job.products)}, ${job.errorRows} wrong rows`;
  };
  await timed(`import of ${count} new products × 2`, () => run('good_rows'));
  await timed('the same file again', () => run('good_rows'));
  await timed('export', async () => {
    const { job } = await catalog.startExport(actor, { sellerId, status: 'all', query: '' });
    await catalog.runExport(job.id);
    const { body } = await catalog.exportFile(actor, { sellerId, exportId: job.id });
    return `${((await buffer(body)).length / 1e6).toFixed(1)} MB`;
  });
  await db.close();
} finally {
  clearInterval(watch);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
