import { type Database, statement } from '@mallhive/db';
import { type Currency, newId } from '@mallhive/kernel';
import type { StoredCart } from './cart-view.ts';
import type { CartKey } from './owner.ts';

export type { Database } from '@mallhive/db';

const get = statement('cart.get', 'select cart.cart_json(cart.find_cart($1::uuid, $2), $3::timestamptz) as cart');
const byId = statement('cart.by-id', 'select cart.cart_json($1::uuid, $2::timestamptz) as cart');
const write = statement(
  'cart.write-line',
  'select cart.write_line($1::uuid, $2, $3::uuid, $4::uuid, $5::uuid, $6::int, $7::boolean, $8::int, $9, $10::timestamptz) as written',
);
const merge = statement('cart.merge', 'select cart.merge_carts($1::uuid, $2, $3::timestamptz) as id');
const close = statement(
  'cart.close',
  `update cart.carts set status = 'closed', updated_at = $2 where id = $1::uuid and status = 'active'`,
);

export interface LineWrite {
  key: CartKey;
  variantId: string;
  quantity: number;
  mode: 'add' | 'set';
  price: number;
  currency: Currency;
  now: Date;
}

export interface LineWritten {
  cart: StoredCart | null;
  available: number;
  /** Nothing could be added. */
  refused: boolean;
  /** Fewer than wanted were written. */
  limited: boolean;
}

export function createCartRepository(db: Database) {
  return {
    async find({ userId, tokenHash }: CartKey, now: Date): Promise<StoredCart | null> {
      return (await db.sql.one<{ cart: StoredCart | null }>(get, [userId, tokenHash, now])).cart;
    },

    async byId(cartId: string, now: Date): Promise<StoredCart | null> {
      return (await db.sql.one<{ cart: StoredCart | null }>(byId, [cartId, now])).cart;
    },

    async writeLine({ key, variantId, quantity, mode, price, currency, now }: LineWrite): Promise<LineWritten> {
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
      ];
      return (await db.sql.one<{ written: LineWritten }>(write, values)).written;
    },

    async merge(userId: string, tokenHash: string, now: Date): Promise<void> {
      await db.sql.one(merge, [userId, tokenHash, now]);
    },

    async close(cartId: string, now: Date): Promise<boolean> {
      return (await db.sql.execute(close, [cartId, now])) > 0;
    },
  };
}
export type CartRepository = ReturnType<typeof createCartRepository>;
