import { createReadStream } from 'node:fs';
import { readOnlineRetail } from '@mallhive/importer';
import { type Basket, buildHistory, type History } from '@mallhive/search/recommendation-model';

export const dayMs = 86_400_000;

export interface Purchases {
  /** In the order they came. */
  baskets: Basket[];
  items: number;
  shoppers: number;
}

/** Orders of the Online Retail data set as the shop imports them: by product, variants together. */
export async function readPurchases(file: string): Promise<Purchases> {
  const retail = await readOnlineRetail(createReadStream(file), { compressed: file.endsWith('.gz') });
  const itemOf = new Map(retail.products.flatMap(({ variants }, item) => variants.map(({ sku }) => [sku, item])));
  const shopperOf = new Map(retail.customers.map((customer, shopper) => [customer, shopper]));
  const baskets = [...retail.orders()].map(({ customer, placedAt, lines }) => ({
    shopper: shopperOf.get(customer) ?? null,
    day: placedAt.getTime() / dayMs,
    items: [...new Set(lines.flatMap(({ sku }) => itemOf.get(sku) ?? []))],
  }));
  return {
    baskets: baskets.toSorted((a, b) => a.day - b.day),
    items: retail.products.length,
    shoppers: retail.customers.length,
  };
}

export interface Split {
  /** Days of any zero; everything before is known. */
  now: number;
  known: History;
  /** Each shopper's first basket after that, within `window` days. */
  next: { shopper: number; items: ReadonlySet<number>; regular: boolean }[];
}

/** What was known at a moment, and what shoppers bought next. */
export function splitAt({ baskets, items, shoppers }: Purchases, now: number, window: number): Split {
  const before = baskets.filter(({ day }) => day < now);
  const seen = new Set(before.map(({ shopper }) => shopper));
  const next = new Map<number, Split['next'][number]>();
  for (const { shopper, day, items: bought } of baskets) {
    if (shopper === null || day < now || day >= now + window || next.has(shopper) || bought.length === 0) continue;
    next.set(shopper, { shopper, items: new Set(bought), regular: seen.has(shopper) });
  }
  return { now, known: buildHistory(before, items, shoppers), next: [...next.values()] };
}
