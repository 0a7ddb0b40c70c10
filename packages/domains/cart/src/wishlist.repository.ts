import { type Database, statement } from '@mallhive/db';
import { type Money, newId } from '@mallhive/kernel';

/** Units that the shopper's own checkout holds count as free for them, as in the cart; $5 is theirs where carts are kept elsewhere. */
const page = statement(
  'cart.wishlist',
  `select w.id, w.variant_id as "variantId", w.product_id as "productId", w.price, w.currency, w.added_at as "addedAt",
     greatest(case when exists (select from cart.bundle_parts b where b.bundle_id = w.variant_id)
       then cart.bundle_available(w.variant_id, null) else coalesce(s.available, 0) + coalesce(h.held, 0) end, 0)::int as available
   from cart.wishlist_items w
   left join lateral (
     select sum(on_hand - reserved)::int as available from cart.stock_levels where variant_id = w.variant_id
   ) s on true
   left join lateral (
     select sum(r.quantity)::int as held from cart.reservations r
     where r.variant_id = w.variant_id and r.status = 'active'
       and r.cart_id = coalesce($5::uuid, (select id from cart.carts where user_id = $1::uuid and status = 'active'))
   ) h on true
   where w.user_id = $1::uuid and w.removed_at is null
     and ($2::timestamptz is null or (w.added_at, w.id) < ($2, $3::uuid))
   order by w.added_at desc, w.id desc limit $4::int`,
);
const count = statement(
  'cart.wishlist-count',
  'select count(*)::int as count from cart.wishlist_items where user_id = $1::uuid and removed_at is null',
);
const wished = statement(
  'cart.wished',
  `select product_id as "productId", variant_id as "variantId" from cart.wishlist_items
   where user_id = $1::uuid and removed_at is null and product_id = any (array(select unnest($2::uuid[])))
   order by added_at, id`,
);
const add = statement(
  'cart.add-wish',
  `select cart.add_wish($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::int, $6, $7::int, $8::timestamptz, $9::timestamptz,
     $10::uuid) as outcome`,
);
const remove = statement(
  'cart.remove-wish',
  `update cart.wishlist_items set removed_at = $3
   where user_id = $1::uuid and variant_id = $2::uuid and removed_at is null`,
);
const claim = statement(
  'cart.claim-wish',
  `with claimed as (
     update cart.wishlist_items set moving_since = $3
     where user_id = $1::uuid and variant_id = $2::uuid and removed_at is null
       and (moving_since is null or moving_since < $4)
     returning id
   )
   select exists (select from claimed) as claimed, exists (
     select from cart.wishlist_items where user_id = $1::uuid and variant_id = $2::uuid and removed_at is null
   ) as there`,
);
const release = statement(
  'cart.release-wish',
  'update cart.wishlist_items set moving_since = null where user_id = $1::uuid and variant_id = $2::uuid',
);
const finish = statement(
  'cart.finish-wish',
  'delete from cart.wishlist_items where user_id = $1::uuid and variant_id = $2::uuid and moving_since is not null',
);
const tidy = statement('cart.tidy-wishlists', 'delete from cart.wishlist_items where removed_at < $1');

export interface WishRow {
  id: string;
  variantId: string;
  productId: string;
  price: number;
  currency: Money['currency'];
  addedAt: Date;
  available: number;
}

export interface NewWish {
  userId: string;
  variantId: string;
  /** Null: not on sale. Then only a removal can be undone. */
  variant: { productId: string; unitPrice: Money } | null;
  most: number;
  now: Date;
  /** What was removed later than this comes back as it was. */
  undoFrom: Date;
}

export function createWishlistRepository(db: Database) {
  return {
    page: (userId: string, after: { at: Date; id: string } | null, limit: number, cartId: string | null) =>
      db.sql.many<WishRow>(page, [userId, after?.at ?? null, after?.id ?? null, limit, cartId]),

    count: async (userId: string): Promise<number> => (await db.sql.one<{ count: number }>(count, [userId])).count,

    wished: (userId: string, productIds: readonly string[]) =>
      db.sql.many<{ productId: string; variantId: string }>(wished, [userId, productIds]),

    async add({ userId, variantId, variant, most, now, undoFrom }: NewWish) {
      const { productId = null, unitPrice } = variant ?? {};
      const values = [userId, newId(), variantId, productId, unitPrice?.amount ?? null, unitPrice?.currency ?? null];
      type Outcome = 'added' | 'restored' | 'existing' | 'full' | 'unknown';
      return (await db.sql.one<{ outcome: Outcome }>(add, [...values, most, now, undoFrom, newId()])).outcome;
    },

    remove: async (userId: string, variantId: string, now: Date): Promise<boolean> =>
      (await db.sql.execute(remove, [userId, variantId, now])) > 0,

    /** Only one caller at a time moves a thing; a claim from before `staleFrom` was of one that died. */
    claim: (userId: string, variantId: string, now: Date, staleFrom: Date) =>
      db.sql.one<{ claimed: boolean; there: boolean }>(claim, [userId, variantId, now, staleFrom]),
    release: (userId: string, variantId: string) => db.sql.execute(release, [userId, variantId]),
    finish: (userId: string, variantId: string) => db.sql.execute(finish, [userId, variantId]),

    tidy: (before: Date) => db.sql.execute(tidy, [before]),
  };
}
export type WishlistRepository = ReturnType<typeof createWishlistRepository>;
