import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { Currency } from '@mallhive/kernel';
import { wishesCheaper } from '../events.ts';
import type { PriceStep } from './price-step.ts';

const wishesOf = statement(
  'cart.wishes-of-products',
  `select id, user_id as "userId", variant_id as "variantId", product_id as "productId", price, currency, seen_price as "seenPrice"
   from cart.wishlist_items
   where product_id = any($1::uuid[]) and removed_at is null and ($2::uuid is null or id > $2::uuid)
   order by id limit $3::int`,
);
/** Of two that see the same at once, one notes it. */
const see = statement(
  'cart.see-prices',
  `update cart.wishlist_items w set seen_price = s.seen
   from jsonb_to_recordset($1::jsonb) as s(id uuid, before int, seen int)
   where w.id = s.id and w.seen_price is not distinct from s.before and w.removed_at is null
   returning w.id`,
);

export interface WatchedWish {
  id: string;
  userId: string;
  variantId: string;
  productId: string;
  /** When it was put on the list, minor units. */
  price: number;
  currency: Currency;
  /** When it was looked at last. */
  seenPrice: number | null;
}
export interface SeenPrice {
  wish: WatchedWish;
  step: PriceStep;
}

const mostInOneEvent = 100;

export function createPriceRepository(db: Database) {
  return {
    wishesOf: (productIds: readonly string[], after: string | null, limit: number) =>
      db.sql.many<WatchedWish>(wishesOf, [productIds, after, limit]),
    /** Notes what was seen, and tells of those that became cheaper. Answers how many. */
    see: (seen: readonly SeenPrice[], now: Date): Promise<number> =>
      withSqlTransaction(db, async (tx) => {
        const rows = seen.map(({ wish, step }) => ({ id: wish.id, before: wish.seenPrice, seen: step.seen }));
        const noted = new Set((await tx.sql.many<{ id: string }>(see, [JSON.stringify(rows)])).map(({ id }) => id));
        const drops = seen.flatMap(({ wish, step }) =>
          step.dropFrom !== null && noted.has(wish.id)
            ? [
                {
                  wishId: wish.id,
                  userId: wish.userId,
                  variantId: wish.variantId,
                  productId: wish.productId,
                  currency: wish.currency,
                  from: step.dropFrom,
                  to: step.seen,
                },
              ]
            : [],
        );
        const starts = Array.from({ length: Math.ceil(drops.length / mostInOneEvent) }, (_, i) => i * mostInOneEvent);
        const events = starts.map((start) =>
          wishesCheaper.create({ drops: drops.slice(start, start + mostInOneEvent) }, now),
        );
        if (events.length > 0) await appendEvents(tx, 'cart', events);
        return drops.length;
      }),
  };
}
export type PriceRepository = ReturnType<typeof createPriceRepository>;
