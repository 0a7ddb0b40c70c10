import type { z } from 'zod';
import type { voteReviewInput, voteReviewOutput } from '../contract-reviews.ts';
import type { Database } from '../database.repository.ts';
import type { CatalogPorts } from '../ports.ts';
import { ownReview, reviewNotFound } from './errors.ts';
import { vote } from './opinion.repository.ts';

/** Helpful or not: one vote each, again changes nothing. */
export async function voteReview(
  db: Database,
  ports: Pick<CatalogPorts, 'clock'>,
  userId: string,
  { reviewId, helpful }: z.output<typeof voteReviewInput>,
): Promise<z.infer<typeof voteReviewOutput>> {
  const count = await vote(db, { reviewId, userId, at: ports.clock.now() }, (found) => {
    if (!found) throw reviewNotFound();
    if (found.userId === userId) throw ownReview();
    return helpful ? 'add' : 'remove';
  });
  return { helpful: count };
}
