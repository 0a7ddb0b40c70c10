import { type Database, statement } from '@mallhive/db';
import type { CartOffers } from './cart-store.ts';

const read = statement(
  'cart.offers',
  'select cart.offers_json($1::uuid, $2::uuid, $3::uuid[], $4::jsonb, $5::timestamptz) as offers',
);
const promotionOf = statement(
  'cart.promotion-of-code',
  'select promotion_id as "promotionId" from cart.promotion_codes where code = $1',
);

/** What the database knows of a cart that is kept elsewhere. */
export function createOffersRepository(db: Database): CartOffers {
  return {
    read: async ({ cartId, userId, variantIds, codes }, now) =>
      (
        await db.sql.one<{ offers: Awaited<ReturnType<CartOffers['read']>> }>(read, [
          cartId,
          userId,
          variantIds,
          JSON.stringify(codes),
          now,
        ])
      ).offers,
    promotionOf: async (code) =>
      (await db.sql.maybe<{ promotionId: string }>(promotionOf, [code]))?.promotionId ?? null,
  };
}
