import type { z } from 'zod';
import type { reportReviewInput, reportReviewOutput } from '../contract-reviews.ts';
import type { Database } from '../database.repository.ts';
import type { CatalogPorts } from '../ports.ts';
import { ownReview, reviewNotFound } from './errors.ts';
import { report } from './opinion.repository.ts';

/** Somebody finds a review wrong: it waits for a moderator and stays visible until then. One report each. */
export async function reportReview(
  db: Database,
  ports: Pick<CatalogPorts, 'clock'>,
  userId: string,
  input: z.output<typeof reportReviewInput>,
): Promise<z.infer<typeof reportReviewOutput>> {
  await report(db, { ...input, userId, at: ports.clock.now() }, (found) => {
    if (!found) throw reviewNotFound();
    if (found.userId === userId) throw ownReview();
  });
  return { reported: true };
}
