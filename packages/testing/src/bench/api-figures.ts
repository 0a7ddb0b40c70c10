import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import path from 'node:path';
import type { Figure } from './figures.ts';
import { compare } from './load.ts';
import { cpuSeconds } from './processes.ts';
import type { BenchShop } from './shop.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

interface Reply {
  status: number;
  body: string;
  cookie: string | undefined;
}

function call(url: string, options: { body?: unknown; cookie?: string; origin?: string } = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const payload = options.body === undefined ? undefined : JSON.stringify(options.body);
    const outgoing = httpRequest(
      url,
      {
        agent,
        method: payload === undefined ? 'GET' : 'POST',
        headers: {
          ...(payload === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
          ...(options.cookie ? { cookie: options.cookie } : {}),
          ...(options.origin ? { origin: options.origin } : {}),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}

const queryUrl = (shop: BenchShop, procedure: string, input: unknown) =>
  `${shop.api}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;

async function read<Data>(url: string): Promise<Data> {
  const { status, body } = await call(url);
  if (status !== 200) throw new Error(`${url} answered ${status}: ${body.slice(0, 300)}`);
  return (JSON.parse(body) as { result: { data: Data } }).result.data;
}

/** Waits until the shop has worked off what filling it left behind (indexing, pictures): that is not the operation. */
async function settled(shop: BenchShop): Promise<void> {
  const roots = [shop.pids.api, shop.pids.postgres];
  for (let second = 0; second < 120; second += 1) {
    const before = cpuSeconds(roots);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    if (cpuSeconds(roots) - before < 0.08) return;
  }
  throw new Error('The shop to measure is not at rest after two minutes.');
}

/** Milliseconds of CPU, API and PostgreSQL together, per call of `work`; `work` is given a number that never repeats. */
async function cpuPerOperation(
  shop: BenchShop,
  times: number,
  work: (index: number) => Promise<void>,
): Promise<number> {
  // As many again before the clock starts: a server that has just come up still compiles its own code.
  const warmUp = times;
  for (let index = 0; index < warmUp; index += 1) await work(index);
  const roots = [shop.pids.api, shop.pids.postgres];
  const before = cpuSeconds(roots);
  for (let index = 0; index < times; index += 1) await work(warmUp + index);
  return ((cpuSeconds(roots) - before) * 1000) / times;
}

interface Item {
  slug: string;
}

async function allSlugs(shop: BenchShop): Promise<string[]> {
  const slugs: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Item[]; nextCursor: string | null } = await read(
      queryUrl(shop, 'catalog.products', { limit: 60, ...(cursor ? { cursor } : {}) }),
    );
    slugs.push(...page.items.map(({ slug }) => slug));
    cursor = page.nextCursor;
  } while (cursor);
  return slugs;
}

async function startBareServer(shop: BenchShop, body: string): Promise<{ url: string; process: ChildProcess }> {
  const file = path.join(shop.folder, 'product.json');
  writeFileSync(file, body);
  const port = Number(new URL(shop.api).port) + 20;
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'bare-server.ts'), String(port), file], {
    stdio: 'inherit',
  });
  const url = `http://127.0.0.1:${port}/`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answered = await call(url).then(
      () => true,
      () => false,
    );
    if (answered) return { url, process: child };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The bare server did not start');
}

/** tRPC reads against a bare server, and the CPU that reads and an add to the cart take. */
export async function apiFigures(shop: BenchShop): Promise<Figure[]> {
  const slugs = await allSlugs(shop);
  if (slugs.length < 1000) throw new Error(`The shop to measure has ${slugs.length} products, not 1,000`);
  const productUrl = (index: number) => queryUrl(shop, 'catalog.product', { slug: slugs[index % slugs.length] });

  await settled(shop);
  // A `limit` that varies with the index makes every address a new one: the answer is computed, not remembered.
  const sorts = ['newest', 'price-asc', 'price-desc', 'rating'];
  const list = await cpuPerOperation(shop, 2_000, async (index) => {
    await read(`${queryUrl(shop, 'catalog.products', { limit: 24, sort: sorts[index % 4] })}&fresh=${index}`);
  });
  const product = await cpuPerOperation(shop, 2_000, async (index) => {
    await read(`${productUrl(index)}&fresh=${index}`);
  });
  const words = ['chair', 'lamp', 'blue', 'measured thing 7', 'wool blanket', 'mug'];
  const search = await cpuPerOperation(shop, 1_500, async (index) => {
    const input = { query: words[index % words.length], limit: 24, sort: index % 2 ? 'relevance' : 'price-asc' };
    await read(`${queryUrl(shop, 'search.products', input)}&fresh=${index}`);
  });
  const typed = ['me', 'measured th', 'cha', 'woo', 'ceramc', 'oak', 'blu', 'lamp'];
  const suggest = await cpuPerOperation(shop, 1_000, async (index) => {
    await read(`${queryUrl(shop, 'search.suggest', { query: typed[index % typed.length] })}&fresh=${index}`);
  });
  const variants = await Promise.all(
    slugs.slice(0, 40).map(async (slug) => {
      const { product: found } = await read<{ product: { variants: { id: string }[] } }>(
        queryUrl(shop, 'catalog.product', { slug }),
      );
      return found.variants[0]?.id ?? '';
    }),
  );
  let cookie: string | undefined;
  /** Every add is another product, and every `lines` adds another visitor begins. */
  const adding = (lines: number) => async (index: number) => {
    if (index % lines === 0) cookie = undefined;
    const reply = await call(`${shop.api}/api/trpc/cart.addItem`, {
      body: { variantId: variants[index % variants.length], quantity: 1 },
      cookie,
      origin: shop.shell,
    });
    if (reply.status !== 200) throw new Error(`cart.addItem answered ${reply.status}: ${reply.body.slice(0, 300)}`);
    cookie = reply.cookie ?? cookie;
  };
  const add = await cpuPerOperation(shop, 1_500, adding(6));
  const addToMany = await cpuPerOperation(shop, 1_500, adding(20));

  const url = productUrl(0);
  const bare = await startBareServer(shop, (await call(url)).body);
  try {
    const best = await compare(url, bare.url, { seconds: 6, connections: 32, rounds: 3 });
    return [
      {
        name: 'tRPC product read, requests/s',
        value: best.ours,
        unit: '/s',
        reference: { name: 'bare node:http, same bytes', value: best.theirs },
        target: { atLeast: 0.4 },
      },
      {
        name: 'CPU of a list of 24 products, not cached',
        value: list,
        unit: 'ms',
        reference: null,
        target: { atMost: 1.2 },
      },
      { name: 'CPU of a product, not cached', value: product, unit: 'ms', reference: null, target: { atMost: 1.0 } },
      {
        name: 'CPU of a search with facets, not cached',
        value: search,
        unit: 'ms',
        reference: null,
        target: { atMost: 3.0 },
      },
      {
        name: 'CPU of suggestions as somebody types, not cached',
        value: suggest,
        unit: 'ms',
        reference: null,
        target: { atMost: 5.0 },
      },
      {
        name: 'CPU of an add to a cart, 1 to 6 lines',
        value: add,
        unit: 'ms',
        reference: null,
        target: { atMost: 1.5 },
      },
      {
        name: 'CPU of an add to a cart, 1 to 20 lines',
        value: addToMany,
        unit: 'ms',
        reference: null,
        target: { atMost: 2.0 },
      },
    ];
  } finally {
    bare.process.kill();
  }
}
