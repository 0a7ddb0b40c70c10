import type { z } from 'zod';
import type { myReviewInput, myReviewOutput } from '../contract-reviews.ts';
import type { Database } from '../database.repository.ts';
import { readMine } from './list.repository.ts';

/** What somebody may do with a product's reviews, and has done. */
export async function myReview(
  db: Database,
  userId: string,
  { productId }: z.output<typeof myReviewInput>,
): Promise<z.infer<typeof myReviewOutput>> {
  const { bought, status, review, votedFor, reported } = await readMine(db, productId, userId);
  const refusal = status === 'hidden' ? 'hidden' : bought || review ? null : 'not_bought';
  return { refusal, review, votedFor, reported };
}
