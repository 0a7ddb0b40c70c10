import { type Database, statement } from '@mallhive/db';
import { newId } from '@mallhive/kernel';
import {
  type CartStore,
  type CouponReply,
  cartLimits,
  type IdleCart,
  type LineWritten,
  type PersonalCart,
  type StoredCart,
} from './cart-store.ts';

export type { Database } from '@mallhive/db';

const get = statement('cart.get', 'select cart.cart_json(cart.find_cart($1::uuid, $2), $3::timestamptz) as cart');
const byId = statement('cart.by-id', 'select cart.cart_json($1::uuid, $2::timestamptz) as cart');
const write = statement(
  'cart.write-line',
  `select cart.write_line($1::uuid, $2, $3::uuid, $4::uuid, $5::uuid, $6::int, $7::boolean, $8::int, $9, $10::timestamptz,
     $11::int) as written`,
);
const merge = statement('cart.merge', 'select cart.merge_carts($1::uuid, $2, $3::timestamptz) as id');
const close = statement(
  'cart.close',
  `update cart.carts set status = 'closed', updated_at = $2 where id = any($1::uuid[]) and status = 'active'`,
);
const applyCoupon = statement(
  'cart.apply-coupon',
  'select cart.apply_coupon($1::uuid, $2, $3, $4::timestamptz) as reply',
);
const removeCoupon = statement(
  'cart.remove-coupon',
  'select cart.remove_coupon($1::uuid, $2, $3, $4::timestamptz) as reply',
);
const refuse = statement(
  'cart.refuse-promotions',
  `insert into cart.cart_promotions (cart_id, promotion_id, code, refused, added_at)
   select $1::uuid, r."promotionId", r.code, 'used_by_customer', $3::timestamptz
   from jsonb_to_recordset($2::jsonb) as r("promotionId" uuid, code text) where exists (select from cart.carts where id = $1::uuid)
   on conflict (cart_id, promotion_id) do update set refused = excluded.refused`,
);
const ofPerson = statement(
  'cart.of-person',
  `select c.status, c.currency, c.updated_at as "updatedAt",
     (select json_agg(json_build_object('variantId', l.variant_id, 'quantity', l.quantity, 'addedAt', l.added_at)) from cart.lines l
       where l.cart_id = c.id) as lines
   from cart.carts c where c.user_id = $1 order by c.updated_at`,
);
const forget = statement('cart.forget-carts', 'delete from cart.carts where user_id = $1');
const idle = statement(
  'cart.idle',
  `select c.id, c.user_id as "userId", c.currency, c.updated_at as "updatedAt", l.lines
   from cart.carts c
   join lateral (
     select json_agg(json_build_object('variantId', variant_id, 'quantity', quantity) order by added_at, id) as lines
     from cart.lines where cart_id = c.id
   ) l on l.lines is not null
   where c.status = 'active' and c.user_id is not null and c.updated_at >= $1 and c.updated_at < $2
   order by c.updated_at, c.id limit $3::int`,
);

/** Carts in PostgreSQL. */
export function createCartRepository(db: Database): CartStore {
  return {
    async find({ userId, tokenHash }, now) {
      return (await db.sql.one<{ cart: StoredCart | null }>(get, [userId, tokenHash, now])).cart;
    },

    async byId(cartId, now) {
      return (await db.sql.one<{ cart: StoredCart | null }>(byId, [cartId, now])).cart;
    },

    async writeLine({ key, variantId, quantity, mode, price, currency, now }) {
      const values = [
        key.userId,
        key.tokenHash,
        newId(),
        newId(),
        variantId,
        quantity,
        mode === 'add',
        price,
        currency,
        now,
        cartLimits.lines,
      ];
      return (await db.sql.one<{ written: LineWritten }>(write, values)).written;
    },

    applyCoupon: async ({ userId, tokenHash }, code, now) =>
      (await db.sql.one<{ reply: CouponReply }>(applyCoupon, [userId, tokenHash, code, now])).reply,

    removeCoupon: async ({ userId, tokenHash }, code, now) =>
      (await db.sql.one<{ reply: CouponReply }>(removeCoupon, [userId, tokenHash, code, now])).reply,

    async refuse(cartId, refused, now) {
      await db.sql.execute(refuse, [cartId, JSON.stringify(refused), now]);
    },

    async merge(userId, tokenHash, now) {
      await db.sql.one(merge, [userId, tokenHash, now]);
    },

    close: (cartIds, now) => db.sql.execute(close, [cartIds, now]),
    ownCartId: async () => null,
    ofPerson: (userId) => db.sql.many<PersonalCart>(ofPerson, [userId]),
    forget: (userId) => db.sql.execute(forget, [userId]),
    idle: ({ from, before, limit }) => db.sql.many<IdleCart>(idle, [from, before, limit]),
  };
}
