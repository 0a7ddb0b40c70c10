import { type Database, statement } from '@mallhive/db';

const ofPerson = statement(
  'cart.of-person',
  `select c.status, c.currency, c.updated_at as "updatedAt",
     (select json_agg(json_build_object('variantId', l.variant_id, 'quantity', l.quantity, 'addedAt', l.added_at)) from cart.lines l
       where l.cart_id = c.id) as lines
   from cart.carts c where c.user_id = $1 order by c.updated_at`,
);
const wishlistOf = statement(
  'cart.wishlist-of-person',
  `select variant_id as "variantId", product_id as "productId", price, currency, added_at as "addedAt"
   from cart.wishlist_items where user_id = $1 and removed_at is null order by added_at desc`,
);
const forget = statement(
  'cart.forget-person',
  `with wishes as (delete from cart.wishlist_items where user_id = $1),
   uses as (
     update cart.promotion_uses u set customer_keys = '{}'
     from (select promotion_id, checkout_id, customer_keys from cart.promotion_uses where 'user:' || $1::text = any(customer_keys)) o
     where (u.promotion_id, u.checkout_id) = (o.promotion_id, o.checkout_id) returning u.promotion_id, o.customer_keys
   ), customers as (
     delete from cart.promotion_customers c using uses where c.promotion_id = uses.promotion_id and c.customer_key = any(uses.customer_keys)
   )
   delete from cart.carts where user_id = $1`,
);

export interface PersonalCart {
  status: string;
  currency: string;
  updatedAt: Date;
  lines: unknown[] | null;
}

export interface PersonalWish {
  variantId: string;
  productId: string;
  price: number;
  currency: string;
  addedAt: Date;
}

export function createPersonalDataRepository(db: Database) {
  return {
    ofPerson: (userId: string) => db.sql.many<PersonalCart>(ofPerson, [userId]),
    wishlistOf: (userId: string) => db.sql.many<PersonalWish>(wishlistOf, [userId]),
    forget: (userId: string) => db.sql.execute(forget, [userId]),
  };
}
