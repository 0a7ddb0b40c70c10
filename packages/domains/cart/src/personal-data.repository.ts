import { type Database, statement } from '@mallhive/db';

const wishlistOf = statement(
  'cart.wishlist-of-person',
  `select variant_id as "variantId", product_id as "productId", price, currency, added_at as "addedAt"
   from cart.wishlist_items where user_id = $1 and removed_at is null order by added_at desc`,
);
/** By account, or as a guest with the address; not what another account gave the address for. */
const promotionsOf = statement(
  'cart.promotions-of-person',
  `select p.title, u.code, u.amount, u.currency, u.status, u.created_at as "usedAt"
   from cart.promotion_uses u join cart.promotions p on p.id = u.promotion_id
   where $1 = any(u.customer_keys) or ($2 = any(u.customer_keys) and not exists (
     select from unnest(u.customer_keys) as k(key) where k.key like 'user:%'))
   order by u.created_at desc, p.id`,
);
/** The uses and their amounts stay, without anybody; of another account's only the address goes. */
const forget = statement(
  'cart.forget-person',
  `with theirs as (
     select promotion_id, checkout_id,
       case when $2 = any(customer_keys) then customer_keys else array[$3] end as gone
     from cart.promotion_uses where customer_keys && array[$2, $3]
   ), uses as (
     update cart.promotion_uses u
     set customer_keys = array(select k.key from unnest(u.customer_keys) as k(key) where k.key <> all(t.gone))
     from theirs t where (u.promotion_id, u.checkout_id) = (t.promotion_id, t.checkout_id)
     returning u.promotion_id, t.gone
   ), customers as (
     delete from cart.promotion_customers c using uses where c.promotion_id = uses.promotion_id and c.customer_key = any(uses.gone)
   )
   delete from cart.wishlist_items where user_id = $1::uuid`,
);

export interface PersonalWish {
  variantId: string;
  productId: string;
  price: number;
  currency: string;
  addedAt: Date;
}

/** See `customer-keys`. */
export interface PersonKeys {
  user: string;
  email: string;
}

export interface PersonalPromotion {
  title: string;
  code: string | null;
  /** Saved, in minor units. */
  amount: number;
  currency: string;
  status: 'held' | 'taken' | 'released';
  usedAt: Date;
}

export function createPersonalDataRepository(db: Database) {
  return {
    wishlistOf: (userId: string) => db.sql.many<PersonalWish>(wishlistOf, [userId]),
    promotionsOf: (keys: PersonKeys) => db.sql.many<PersonalPromotion>(promotionsOf, [keys.user, keys.email]),
    forget: (userId: string, keys: PersonKeys) => db.sql.execute(forget, [userId, keys.user, keys.email]),
  };
}
export type PersonalDataRepository = ReturnType<typeof createPersonalDataRepository>;
