import { type Database, statement } from '@mallhive/db';
import { type Currency, type Locale, newId } from '@mallhive/kernel';
import type { Method, StoredCheckout } from './checkout.ts';
import type { OrderDocument } from './order.ts';

export type { Database } from '@mallhive/db';

const columns = `c.id, c.cart_id as "cartId", c.cart_version as "cartVersion", c.user_id as "userId", c.token_hash as "tokenHash",
  c.status, c.country, c.currency, c.locale, c.shipping, c.expires_at as "expiresAt"`;

const open = statement(
  'orders.open-checkout',
  `insert into orders.checkouts as c (id, cart_id, user_id, token_hash, country, currency, locale, created_at, updated_at, expires_at)
   values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::timestamptz, $8::timestamptz, $9::timestamptz)
   on conflict (cart_id) where status = 'open' do update set user_id = coalesce(excluded.user_id, c.user_id),
     token_hash = coalesce(excluded.token_hash, c.token_hash), currency = excluded.currency, locale = excluded.locale, expires_at = excluded.expires_at, updated_at = excluded.updated_at
   returning ${columns}`,
);
const withOrder = `select ${columns}, (select orders.order_json(o) from orders.orders o where o.checkout_id = c.id) as "order"
  from orders.checkouts c`;
const find = statement('orders.checkout', `${withOrder} where c.id = $1::uuid`);
const completedOfCart = statement(
  'orders.completed-checkout-of-cart',
  `${withOrder} where c.cart_id = $1::uuid and c.status = 'completed' order by c.created_at desc limit 1`,
);
const update = statement(
  'orders.update-checkout',
  `update orders.checkouts c set country = coalesce($2, country), shipping = shipping || $3::jsonb, updated_at = $4::timestamptz
   where id = $1::uuid and status = 'open' returning ${columns}`,
);

export interface CheckoutWithOrder extends StoredCheckout {
  order: OrderDocument | null;
}

export function createCheckoutRepository(db: Database) {
  return {
    /** The cart's open checkout, made now or before. */
    open(input: {
      cartId: string;
      userId: string | null;
      tokenHash: string | null;
      country: string;
      currency: Currency;
      locale: Locale;
      now: Date;
      expiresAt: Date;
    }): Promise<StoredCheckout> {
      const { cartId, userId, tokenHash, country, currency, locale, now, expiresAt } = input;
      const values = [newId(), cartId, userId, tokenHash, country, currency, locale, now, expiresAt];
      return db.sql.one<StoredCheckout>(open, values);
    },
    find: (id: string) => db.sql.maybe<CheckoutWithOrder>(find, [id]),
    /** The newest one that became an order. */
    completedOfCart: (cartId: string) => db.sql.maybe<CheckoutWithOrder>(completedOfCart, [cartId]),
    update: (id: string, change: { country: string | null; shipping: Record<string, Method>; now: Date }) =>
      db.sql.maybe<StoredCheckout>(update, [id, change.country, JSON.stringify(change.shipping), change.now]),
  };
}
export type CheckoutRepository = ReturnType<typeof createCheckoutRepository>;
