import type { Database } from '../database.repository.ts';
import { type Basket, buildHistory, type History } from './model/history.ts';
import { type OrderLine, type RailProduct, readLines, readRailProducts } from './run.repository.ts';

const pageSize = 5_000;
const zero = '00000000-0000-0000-0000-000000000000';

export interface Learnt {
  history: History;
  /** By the model's number, in the order of their ids. */
  products: RailProduct[];
  /** Accounts by the model's number. */
  shoppers: string[];
  /** The day of the newest order: a shop that stood still is looked at as it was when it last sold. */
  now: number;
}

/** All orders up to a moment, as the model wants them. Products that the shop no longer has say nothing. */
export async function readHistory(db: Database, until: Date): Promise<Learnt> {
  const products = await readRailProducts(db);
  const itemOf = new Map(products.map(({ id }, item) => [id, item]));
  const shoppers = new Map<string, number>();
  const baskets: (Basket & { items: number[] })[] = [];
  let last: Pick<OrderLine, 'orderId' | 'productId'> = { orderId: zero, productId: zero };
  let order: string | null = null;
  let more = true;
  while (more) {
    const page = await readLines(db, last, until, pageSize);
    for (const { orderId, productId, shopperId, day } of page) {
      const item = itemOf.get(productId);
      if (item === undefined) continue;
      if (orderId === order) {
        baskets.at(-1)?.items.push(item);
        continue;
      }
      order = orderId;
      if (shopperId && !shoppers.has(shopperId)) shoppers.set(shopperId, shoppers.size);
      baskets.push({ shopper: shopperId ? (shoppers.get(shopperId) ?? null) : null, day, items: [item] });
    }
    last = page.at(-1) ?? last;
    more = page.length === pageSize;
  }
  baskets.sort((a, b) => a.day - b.day);
  return {
    history: buildHistory(baskets, products.length, shoppers.size),
    products,
    shoppers: [...shoppers.keys()],
    now: baskets.at(-1)?.day ?? 0,
  };
}
