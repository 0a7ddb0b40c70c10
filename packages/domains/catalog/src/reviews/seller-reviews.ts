import type { z } from 'zod';
import { type Actor, assertEditor } from '../actor.ts';
import type { sellerReviewsInput, sellerReviewsOutput } from '../contract-reviews.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Database } from '../database.repository.ts';
import { countSellerReviews, readSellerReviews } from './work.repository.ts';

/** Reviews of own products, hidden ones too, newest first. */
export async function sellerReviews(
  db: Database,
  actor: Actor,
  input: z.output<typeof sellerReviewsInput>,
): Promise<z.infer<typeof sellerReviewsOutput>> {
  const { sellerId, filter, cursor, limit } = input;
  assertEditor(actor, sellerId);
  const order = `seller-reviews.${filter}`;
  const after = cursor ? decodeCursor(order, cursor, ['time', 'id']) : null;
  const [rows, counts] = await Promise.all([
    readSellerReviews(db, { sellerId, filter, after, limit: limit + 1 }),
    countSellerReviews(db, sellerId),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ review }) => review),
    nextCursor: rows.length > limit && last ? encodeCursor(order, [last.at.toISOString(), last.id]) : null,
    counts,
  };
}
