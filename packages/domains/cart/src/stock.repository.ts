import { appendEvents, type Database, type Statement, statement, withSqlTransaction } from '@mallhive/db';
import { newId } from '@mallhive/kernel';
import { stockChanged } from './events.ts';
import { again, createReserve, type Lacking } from './reserve.repository.ts';

export interface StockRow {
  variantId: string;
  onHand: number;
  reserved: number;
}
export interface StockUpsert {
  variantId: string;
  productId: string;
  sellerId: string;
  onHand: number;
}
/** What a file states of a variant: how many can be sold, over all locations. */
export interface StatedStock {
  variantId: string;
  productId: string;
  sellerId: string;
  available: number;
}
type Level = {
  variantId: string;
  productId: string;
  available: number;
  backorder?: number;
  expectedOn?: string | null;
  parts?: { variantId: string; quantity: number }[];
  version: number;
};

const commit = statement(
  'cart.commit',
  `select reply from cart.commit_checkouts($1::uuid[], $2::timestamptz, $3::uuid[]) with ordinality as r(reply, nth) order by nth`,
);
const release = statement(
  'cart.release',
  'select cart.release_stock($1::uuid[], $2::timestamptz, $3::timestamptz, $4::uuid) as count',
);
const due = statement(
  'cart.due-reservations',
  `select checkout_id as "checkoutId" from cart.reservations where status = 'active' and expires_at <= $1::timestamptz
   group by 1 order by min(expires_at) limit $2::int`,
);
const dueOf = statement(
  'cart.due-of',
  `select distinct checkout_id as "checkoutId" from cart.reservations
   where checkout_id = any($1::uuid[]) and status = 'active' and expires_at <= $2::timestamptz`,
);
const read = statement(
  'cart.read-stock',
  `select variant_id as "variantId", sum(on_hand)::int as "onHand", sum(reserved)::int as reserved
   from cart.stock_levels where seller_id = $1::uuid and variant_id = any($2::uuid[]) and not backorder group by 1`,
);
const upsert = statement('cart.upsert-stock', 'select cart.upsert_stock($1::jsonb, $2, $3::timestamptz) as levels');
const count = statement(
  'cart.count-available',
  'select cart.count_available($1::uuid, $2::jsonb, $3::timestamptz) as levels',
);

export function createStockRepository(db: Database) {
  /** One batch, one transaction. Events in portions that stay small. */
  const change = (what: Statement, values: readonly unknown[], now: Date): Promise<number> =>
    withSqlTransaction(db, async (tx) => {
      const { levels } = await tx.sql.one<{ levels: Level[] }>(what, values);
      const events = [];
      for (let start = 0; start < levels.length; start += 200) {
        events.push(stockChanged.create({ levels: levels.slice(start, start + 200) }, now));
      }
      await appendEvents(tx, 'cart', events);
      return levels.length;
    });

  return {
    /** Every line and every use, or none. */
    reserve: createReserve(db),

    /** One reply a checkout, in their order. All of them in one transaction. */
    async commit(checkoutIds: readonly string[], now: Date) {
      type Reply = { outcome: 'committed' | 'existing' | 'unknown' | 'lacking'; lacking: Lacking[] };
      const values = [checkoutIds, now, checkoutIds.map(() => newId())];
      return again(async () => (await db.sql.many<{ reply: Reply }>(commit, values)).map(({ reply }) => reply));
    },

    async release(checkoutIds: readonly string[], options: { dueBy: Date | null; now: Date }): Promise<number> {
      const values = [checkoutIds, options.dueBy, options.now, newId()];
      return again(async () => (await db.sql.one<{ count: number }>(release, values)).count);
    },

    async due(now: Date, limit: number): Promise<string[]> {
      return (await db.sql.many<{ checkoutId: string }>(due, [now, limit])).map((row) => row.checkoutId);
    },

    async dueOf(checkoutIds: readonly string[], now: Date): Promise<string[]> {
      return (await db.sql.many<{ checkoutId: string }>(dueOf, [checkoutIds, now])).map((row) => row.checkoutId);
    },

    read: (sellerId: string, variantIds: readonly string[]) => db.sql.many<StockRow>(read, [sellerId, variantIds]),

    upsert: (rows: readonly StockUpsert[], now: Date) =>
      change(upsert, [JSON.stringify(rows), `count:${newId()}`, now], now),

    countAvailable: (countId: string, rows: readonly StatedStock[], now: Date) =>
      again(() => change(count, [countId, JSON.stringify(rows), now], now)),
  };
}
export type StockRepository = ReturnType<typeof createStockRepository>;
