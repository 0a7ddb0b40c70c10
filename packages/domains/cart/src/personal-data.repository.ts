import { type Database, statement } from '@mallhive/db';

const wishlistOf = statement(
  'cart.wishlist-of-person',
  `select variant_id as "variantId", product_id as "productId", price, currency, added_at as "addedAt"
   from cart.wishlist_items where user_id = $1 and removed_at is null order by added_at desc`,
);
const forget = statement(
  'cart.forget-person',
  `with uses as (
     update cart.promotion_uses u set customer_keys = '{}'
     from (select promotion_id, checkout_id, customer_keys from cart.promotion_uses where 'user:' || $1::text = any(customer_keys)) o
     where (u.promotion_id, u.checkout_id) = (o.promotion_id, o.checkout_id) returning u.promotion_id, o.customer_keys
   ), customers as (
     delete from cart.promotion_customers c using uses where c.promotion_id = uses.promotion_id and c.customer_key = any(uses.customer_keys)
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

export function createPersonalDataRepository(db: Database) {
  return {
    wishlistOf: (userId: string) => db.sql.many<PersonalWish>(wishlistOf, [userId]),
    forget: (userId: string) => db.sql.execute(forget, [userId]),
  };
}
export type PersonalDataRepository = ReturnType<typeof createPersonalDataRepository>;
