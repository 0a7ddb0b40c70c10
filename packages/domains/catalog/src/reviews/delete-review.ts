import type { z } from 'zod';
import type { deleteReviewInput, deleteReviewOutput } from '../contract-reviews.ts';
import type { Database } from '../database.repository.ts';
import type { CatalogPorts } from '../ports.ts';
import { reviewHidden, reviewNotFound } from './errors.ts';
import { writeReviews } from './write.repository.ts';

/** The author takes the review back. A hidden one stays, so that hiding cannot be undone by writing it again. */
export async function deleteReview(
  db: Database,
  ports: Pick<CatalogPorts, 'clock'>,
  userId: string,
  { productId }: z.output<typeof deleteReviewInput>,
): Promise<z.infer<typeof deleteReviewOutput>> {
  return writeReviews(db, async (write) => {
    const product = await write.lockProduct(productId);
    const stored = product && (await write.own(product.id, userId));
    if (!stored) throw reviewNotFound();
    if (stored.status === 'hidden') throw reviewHidden();
    await write.remove(stored.id);
    await write.changed(product.id, { added: 0, removed: stored.rating }, ports.clock.now());
    return { deleted: true };
  });
}
