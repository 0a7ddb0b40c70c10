import { buyTwo, createShopper } from './checkout-shopper.ts';
import type { Figure } from './figures.ts';
import { cpuSeconds } from './processes.ts';
import type { BenchShop } from './shop.ts';

type Shop = Pick<BenchShop, 'api' | 'shell' | 'pids'>;

const orders = 300;
/** So many shoppers check out at once. */
const atOnce = 4;

interface Product {
  product: { variants: { id: string }[] };
}

export async function someVariants(shop: Shop): Promise<string[]> {
  const visitor = createShopper(shop);
  const { items } = await visitor.query<{ items: { slug: string }[] }>('catalog.products', {
    limit: 40,
    sort: 'newest',
  });
  const products = await Promise.all(items.map(({ slug }) => visitor.query<Product>('catalog.product', { slug })));
  return products.flatMap(({ product }) => product.variants.slice(0, 1).map(({ id }) => id));
}

/** Waits until everything that the orders set off is done: mails, stock, timers. */
export async function atRest(shop: Shop): Promise<void> {
  const pids = [shop.pids.api, shop.pids.postgres];
  let quiet = 0;
  for (let second = 0; quiet < 2; second += 1) {
    if (second === 180) throw new Error('The shop does not come to rest after the orders');
    const before = cpuSeconds(pids);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    quiet = cpuSeconds(pids) - before < 0.08 ? quiet + 1 : 0;
  }
}

export async function buyMany(
  shop: Shop,
  variants: readonly string[],
  count: number,
  label: string,
): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const shopper = async () => {
    while (next < count) {
      const index = next++;
      const [first, second] = [
        variants[index % variants.length] ?? '',
        variants[(index * 7 + 3) % variants.length] ?? '',
      ];
      const pair = [first, first === second ? (variants[(index + 1) % variants.length] ?? '') : second] as const;
      const from = performance.now();
      await buyTwo(shop, pair, `${label}-${index}`);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, shopper));
  return times.sort((left, right) => left - right);
}

/** Whole purchases over HTTP: what one costs, with everything that happens behind it, and how long the shopper waits. */
export async function checkoutFigures(shop: Shop): Promise<Figure[]> {
  const variants = await someVariants(shop);
  if (variants.length < 10) throw new Error('The shop to measure has too few products');
  const pids = [shop.pids.api, shop.pids.postgres];
  await buyMany(shop, variants, orders, 'warm');
  await atRest(shop);

  const before = cpuSeconds(pids);
  const began = performance.now();
  const times = await buyMany(shop, variants, orders, 'measured');
  const seconds = (performance.now() - began) / 1_000;
  const answered = cpuSeconds(pids);
  await atRest(shop);
  const whole = cpuSeconds(pids);
  const perOrder = (cpu: number) => (cpu * 1_000) / orders;
  const figure = { unit: 'ms', reference: null };
  return [
    {
      ...figure,
      name: 'CPU of a whole checkout, server and database, until it is confirmed',
      value: perOrder(answered - before),
      target: { atMost: 11 },
    },
    {
      ...figure,
      name: 'the same with everything that follows: stock, mails, timers, figures',
      value: perOrder(whole - before),
      target: { atMost: 40 },
    },
    {
      ...figure,
      name: `p95 of a whole checkout, six requests, ${atOnce} shoppers at once`,
      value: times[Math.floor(times.length * 0.95)] ?? 0,
      target: { atMost: 250 },
    },
    { name: 'orders per second', value: orders / seconds, unit: '/s', reference: null, target: { atLeast: 20 } },
  ];
}
