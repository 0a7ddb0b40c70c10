import { parseArgs } from 'node:util';
import { createCatalog } from '@mallhive/catalog';
import { sellerProductsInput } from '@mallhive/catalog/contract';
import { createDatabase } from '@mallhive/db';
import { startDisposablePostgres } from '@mallhive/db/disposable';
import { migrate } from '@mallhive/db/migrate';
import { newId } from '@mallhive/kernel';

/**
 * `node packages/testing/src/bench/products.ts [--products 100000]`: the dashboard of a seller with many products beside that
 * of one with a thousand, and saves of the whole editor; prints p50, p95 and SQL statements per call. Fails when a list of the
 * many takes more than twice as long at p95.
 */
const { values } = parseArgs({ options: { products: { type: 'string', default: '100000' } } });
const few = 1000;
const many = Number(values.products);

const server = await startDisposablePostgres();
let statements = 0;
try {
  await migrate({ url: server.url });
  const db = createDatabase({
    url: server.url,
    applicationName: 'bench',
    maximumConnections: 4,
    onStatement: (text) => {
      if (!/^(begin|commit|rollback)\b/i.test(text)) statements += 1;
    },
  });
  const catalog = createCatalog({ db, currency: 'GBP' });
  await catalog.upsertCategories(Array.from({ length: 20 }, (_, n) => ({ path: `things-${n}`, name: `Things ${n}` })));

  const makeSeller = async (slug: string, count: number) => {
    const sellerId = newId();
    const face = { tagline: '', description: '', logoUrl: '', bannerUrl: '', country: 'GB', changedAt: new Date() };
    await catalog.upsertSellerProfiles([{ ...face, sellerId, slug, name: slug, status: 'approved' }]);
    const ids: string[] = [];
    for (let start = 0; start < count; start += 2500) {
      const length = Math.min(2500, count - start);
      const made = await catalog.upsertProducts(
        Array.from({ length }, (_, offset) => {
          const n = start + offset;
          return {
            sellerId,
            sourceRef: `p-${n}`,
            slug: `${slug}-${n}`,
            title: `${['Oak', 'Ash', 'Elm', 'Pine'][n % 4]} thing number ${n}`,
            description: 'A thing of ordinary size, made with care.',
            categoryPath: `things-${n % 20}`,
            status: n % 10 === 0 ? ('draft' as const) : ('published' as const),
            images: [{ url: '/media/a/a.webp', alt: 'A', width: 800, height: 800 }],
            variants: [{ sku: `${slug}-${n}`, price: 1000 + (n % 500), stock: n % 50 }],
          };
        }),
      );
      ids.push(...made.map(({ id }) => id));
    }
    return { sellerId, ids, actor: { id: newId(), memberships: [{ sellerId, role: 'owner' }] } };
  };
  const started = performance.now();
  const small = await makeSeller('small', few);
  const large = await makeSeller('large', many);
  await db.pool.query('vacuum analyze');
  console.log(`Filled with ${few + many} products in ${Math.round((performance.now() - started) / 1000)} s`);

  const measure = async (times: number, work: (index: number) => Promise<unknown>) => {
    for (let index = 0; index < 30; index += 1) await work(index);
    statements = 0;
    const taken: number[] = [];
    for (let index = 0; index < times; index += 1) {
      const from = performance.now();
      await work(30 + index);
      taken.push(performance.now() - from);
    }
    taken.sort((left, right) => left - right);
    const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0;
    return { p50: at(0.5), p95: at(0.95), statements: statements / times };
  };
  const show = ({ p50, p95, statements: per }: Awaited<ReturnType<typeof measure>>) =>
    `p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, ${per.toFixed(1)} statements`;

  const { categories } = await catalog.categories();
  const categoryId = categories[3]?.id;
  const lists = {
    'newest first': {},
    'by title': { sort: 'title' },
    'cheapest first': { sort: 'price-asc' },
    drafts: { status: 'draft' },
    'out of stock': { stock: 'out' },
    'one category': { categoryId },
    'word in the title': { query: 'elm thing' },
    'a SKU': { query: 'mall-77' },
    'nothing found': { query: 'zzzzz' },
  };
  let worst = 0;
  for (const [name, input] of Object.entries(lists)) {
    const read = ({ sellerId, actor }: typeof small) => {
      const parsed = sellerProductsInput.parse({ sellerId, ...input });
      return () => catalog.sellerProducts(actor, parsed);
    };
    const ofFew = await measure(200, read(small));
    const ofMany = await measure(200, read(large));
    const ratio = ofMany.p95 / ofFew.p95;
    worst = Math.max(worst, ratio);
    console.log(`List, ${name}: ${few}: ${show(ofFew)}; ${many}: ${show(ofMany)}; ratio of p95 ${ratio.toFixed(2)}`);
  }

  const save = await measure(300, async (index) => {
    const { sellerId, ids, actor } = large;
    const key = { sellerId, productId: ids[(index * 37) % ids.length] ?? '' };
    const { product } = await catalog.sellerProduct(actor, key);
    const variants = product.variants.map((variant) => ({
      ...variant,
      prices: { GBP: { amount: 2000 + index, compareAt: null } },
    }));
    await catalog.saveProduct(actor, { ...key, version: product.version, title: `Saved ${index}`, variants });
  });
  console.log(`Open in the editor and save, shop of ${many}: ${show(save)}`);
  await db.close();
  if (worst > 2) process.exitCode = 1;
} finally {
  await server.stop();
}
