import type { z } from 'zod';
import type { reviewsInput, reviewsOutput } from '../contract-reviews.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Database } from '../database.repository.ts';
import { type ReviewOrder, type ReviewRow, readReviews, reviewOrders } from './list.repository.ts';

function keyOf(order: ReviewOrder, row: ReviewRow): (string | number)[] {
  const place = [row.created_at.toISOString(), row.id];
  if (order === 'helpful') return [row.helpful_count, ...place];
  if (order === 'highest') return [row.rating, ...place];
  if (order === 'lowest') return [-row.rating, ...place];
  return place;
}

/** Published reviews of one product. */
export async function listReviews(
  db: Database,
  input: z.output<typeof reviewsInput>,
): Promise<z.infer<typeof reviewsOutput>> {
  const { productId, stars, withPictures = false, sort, cursor, limit } = input;
  const after = cursor ? decodeCursor(`reviews.${sort}`, cursor, reviewOrders[sort].form) : null;
  const rows = await readReviews(db, { productId, stars, withPictures, order: sort, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    productId,
    items: page.map(({ review }) => review),
    nextCursor: rows.length > limit && last ? encodeCursor(`reviews.${sort}`, keyOf(sort, last)) : null,
  };
}
