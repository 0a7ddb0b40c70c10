import { type Database, statement } from '@mallhive/db';

const add = statement(
  'cart.remember-closing',
  'insert into cart.closings (cart_id, ordered_at) select id, $2 from unnest($1::uuid[]) as id on conflict do nothing',
);
const list = statement(
  'cart.closings',
  'select cart_id as "cartId" from cart.closings order by ordered_at limit $1::int',
);
const done = statement('cart.forget-closings', 'delete from cart.closings where cart_id = any($1::uuid[])');

/** Carts that became orders while nobody could reach where they are kept. */
export function createClosingRepository(db: Database) {
  return {
    remember: (cartIds: readonly string[], now: Date) => db.sql.execute(add, [cartIds, now]),
    list: async (limit: number) => (await db.sql.many<{ cartId: string }>(list, [limit])).map(({ cartId }) => cartId),
    done: (cartIds: readonly string[]) => db.sql.execute(done, [cartIds]),
  };
}
export type ClosingRepository = ReturnType<typeof createClosingRepository>;
