import type { SeedProduct } from './build-product.ts';
import { createRandom } from './random.ts';
import { firstNames, lastNames } from './review-texts.ts';

/** An order of the past, its products named by slug and sku: ids exist only once the catalog has them. */
export interface SeedOrder {
  sourceRef: string;
  placedAt: Date;
  email: string;
  country: string;
  lines: { slug: string; sku: string; quantity: number; unitPrice: number }[];
}

export interface SeedCustomer {
  name: string;
  email: string;
}

const day = 86_400_000;
const days = 60;

/** Orders per hour of the day: a quiet night, a lunch hour, a busy evening. */
const hours = [2, 1, 1, 0, 0, 1, 3, 6, 9, 11, 12, 13, 16, 14, 11, 11, 12, 13, 15, 19, 22, 20, 13, 6];

export function writeCustomers(): SeedCustomer[] {
  const random = createRandom('customers');
  const seen = new Set<string>();
  const customers: SeedCustomer[] = [];
  while (customers.length < 180) {
    const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
    if (seen.has(name)) continue;
    seen.add(name);
    customers.push({ name, email: `${name.toLowerCase().replace(' ', '.')}@customers.example.test` });
  }
  return customers;
}

/**
 * About six hundred orders over sixty days up to `now`, never after it. Customers have tastes: a basket begins in one department
 * and mostly stays there, so that what is bought together says something. The shops that demo accounts own sell every day.
 */
export function writeOrders(
  products: SeedProduct[],
  customers: SeedCustomer[],
  shopper: string,
  shownSellers: string[],
  now: Date,
): SeedOrder[] {
  const random = createRandom('orders');
  const byDepartment = new Map<string, SeedProduct[]>();
  for (const product of products) {
    if (product.variants.every(({ stock }) => stock === 0)) continue;
    const department = product.categoryPath.split('/')[0] ?? '';
    byDepartment.set(department, [...(byDepartment.get(department) ?? []), product]);
  }
  const departments = [...byDepartment.keys()];
  const tastes = new Map(customers.map(({ email }) => [email, random.sample(departments, 2)]));
  /** A few pairs per leaf that go together. */
  const companions = new Map<string, SeedProduct>();
  for (const group of byDepartment.values()) {
    for (const product of group) if (random.chance(0.5)) companions.set(product.slug, random.pick(group));
  }
  const startOfToday = new Date(now);
  startOfToday.setUTCHours(0, 0, 0, 0);
  const orders: SeedOrder[] = [];
  for (let back = days - 1; back >= 0; back -= 1) {
    const date = new Date(startOfToday.getTime() - back * day);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    const count = random.int(7, 12) + (weekend ? 4 : 0) + Math.floor((days - back) / 15);
    for (let index = 0; index < count; index += 1) {
      const hour = random.weighted(hours.map((weight, value) => ({ value, weight })));
      const placedAt = new Date(date.getTime() + hour * 3_600_000 + random.int(0, 3_599) * 1000);
      const email = back > 0 && index === 0 && back % 9 === 3 ? shopper : random.pick(customers).email;
      const lines = basket(random, tastes.get(email) ?? departments, byDepartment, companions, placedAt);
      const sourceRef = `demo-${date.toISOString().slice(0, 10)}-${index}`;
      if (placedAt <= now && lines.length > 0) orders.push({ sourceRef, placedAt, email, country: 'GB', lines });
    }
    for (const seller of shownSellers) {
      const own = new Map([
        ['', products.filter((product) => product.sellerSlug === seller && isOnSaleSince(product, date))],
      ]);
      const busy = random.int(3, 6) + (weekend ? 2 : 0);
      for (let index = 0; index < busy; index += 1) {
        // The first of each day comes soon after midnight, so that a dashboard opened at breakfast is not empty.
        const hour = index === 0 ? 0 : random.weighted(hours.map((weight, value) => ({ value, weight })));
        const placedAt = new Date(date.getTime() + hour * 3_600_000 + random.int(60, 3_599) * 1000);
        const lines = basket(random, [''], own, companions, placedAt);
        const sourceRef = `demo-${date.toISOString().slice(0, 10)}-${seller}-${index}`;
        const email = random.pick(customers).email;
        if (placedAt <= now && lines.length > 0) orders.push({ sourceRef, placedAt, email, country: 'GB', lines });
      }
    }
  }
  return orders;
}

const isOnSaleSince = (product: SeedProduct, date: Date): boolean =>
  (product.createdAt ?? date) <= date && product.variants.some(({ stock }) => stock > 0);

function basket(
  random: ReturnType<typeof createRandom>,
  tastes: string[],
  byDepartment: Map<string, SeedProduct[]>,
  companions: Map<string, SeedProduct>,
  placedAt: Date,
): SeedOrder['lines'] {
  const size = random.weighted([
    { value: 1, weight: 45 },
    { value: 2, weight: 30 },
    { value: 3, weight: 16 },
    { value: 4, weight: 9 },
  ]);
  const chosen = new Map<string, SeedProduct>();
  let previous: SeedProduct | null = null;
  for (let index = 0; index < size; index += 1) {
    const group = byDepartment.get(random.pick(tastes)) ?? [];
    const companion = previous ? companions.get(previous.slug) : undefined;
    const product: SeedProduct =
      companion && random.chance(0.6)
        ? companion
        : random.weighted(group.map((value) => ({ value, weight: value.appeal })));
    if (product.createdAt && product.createdAt > placedAt) continue;
    chosen.set(product.slug, product);
    previous = product;
  }
  return [...chosen.values()].map((product) => {
    const variant = random.pick(product.variants);
    return {
      slug: product.slug,
      sku: variant.sku,
      quantity: random.weighted([
        { value: 1, weight: 78 },
        { value: 2, weight: 17 },
        { value: 3, weight: 5 },
      ]),
      unitPrice: variant.price,
    };
  });
}
