import { type Database, statement } from '@mallhive/db';
import type { StoredCart } from '../cart-view.ts';
import type { CartKey } from '../owner.ts';

const apply = statement('cart.apply-coupon', 'select cart.apply_coupon($1::uuid, $2, $3, $4::timestamptz) as reply');
const remove = statement('cart.remove-coupon', 'select cart.remove_coupon($1::uuid, $2, $3, $4::timestamptz) as reply');

export interface CouponReply {
  outcome: 'applied' | 'removed' | 'no_cart' | 'unknown' | 'too_many';
  promotionId: string | null;
  cart: StoredCart | null;
}

export function createCouponRepository(db: Database) {
  return {
    /** Puts a code into the cart. */
    apply: async ({ userId, tokenHash }: CartKey, code: string, now: Date): Promise<CouponReply> =>
      (await db.sql.one<{ reply: CouponReply }>(apply, [userId, tokenHash, code, now])).reply,
    /** Takes a code out of the cart; harmless when it is not in it. */
    remove: async ({ userId, tokenHash }: CartKey, code: string, now: Date): Promise<CouponReply> =>
      (await db.sql.one<{ reply: CouponReply }>(remove, [userId, tokenHash, code, now])).reply,
  };
}
export type CouponRepository = ReturnType<typeof createCouponRepository>;
