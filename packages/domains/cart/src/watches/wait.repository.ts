import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { type Currency, newId } from '@mallhive/kernel';
import { stockReturned } from '../events.ts';

const add = statement(
  'cart.add-wait',
  'select cart.add_wait($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6::int, $7::timestamptz) as outcome',
);
const remove = statement(
  'cart.remove-wait',
  'delete from cart.stock_waits where user_id = $1::uuid and variant_id = $2::uuid',
);
const ofPerson = statement(
  'cart.waits-of-person',
  `select variant_id as "variantId", asked, since from cart.stock_waits
   where user_id = $1::uuid and ($2::uuid[] is null or variant_id = any($2::uuid[])) order by since desc, id`,
);
const watch = statement('cart.watch-waits', 'select cart.watch_waits($1::timestamptz, $2::int) as returned');
const inStock = statement('cart.in-stock', 'select id from unnest($1::uuid[]) as v(id) where cart.units_free(id) > 0');
const forget = statement('cart.forget-waits', 'delete from cart.stock_waits where user_id = $1::uuid');

interface ReturnedWait {
  waitId: string;
  userId: string;
  variantId: string;
  productId: string;
  currency: Currency;
}

/** At one look, so that a look stays short; who is left is told at the next one. */
const mostAtOnce = 2_000;
const mostInOneEvent = 100;

export interface NewWait {
  userId: string;
  variantId: string;
  productId: string;
  currency: Currency;
  most: number;
  now: Date;
}

export function createWaitRepository(db: Database) {
  return {
    async add({ userId, variantId, productId, currency, most, now }: NewWait) {
      const values = [newId(), userId, variantId, productId, currency, most, now];
      return (await db.sql.one<{ outcome: 'waiting' | 'in_stock' | 'full' }>(add, values)).outcome;
    },
    remove: (userId: string, variantId: string) => db.sql.execute(remove, [userId, variantId]),
    /** Of these variants, or of all. */
    ofPerson: (userId: string, variantIds: readonly string[] | null) =>
      db.sql.many<{ variantId: string; asked: boolean; since: Date }>(ofPerson, [userId, variantIds]),
    /** Tells of what is back, and who waited for it; they do not wait any more then. Answers how many. */
    watch: (now: Date): Promise<number> =>
      withSqlTransaction(db, async (tx) => {
        const { returned } = await tx.sql.one<{ returned: ReturnedWait[] }>(watch, [now, mostAtOnce]);
        const starts = Array.from(
          { length: Math.ceil(returned.length / mostInOneEvent) },
          (_, i) => i * mostInOneEvent,
        );
        const events = starts.map((start) =>
          stockReturned.create({ waits: returned.slice(start, start + mostInOneEvent) }, now),
        );
        if (events.length > 0) await appendEvents(tx, 'cart', events);
        return returned.length;
      }),
    /** Which of these can be bought now. */
    inStock: async (variantIds: readonly string[]) =>
      (await db.sql.many<{ id: string }>(inStock, [variantIds])).map(({ id }) => id),
    forget: (userId: string) => db.sql.execute(forget, [userId]),
  };
}
export type WaitRepository = ReturnType<typeof createWaitRepository>;
