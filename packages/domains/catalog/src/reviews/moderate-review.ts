import type { z } from 'zod';
import type { moderateReviewInput, moderateReviewOutput } from '../contract-reviews.ts';
import type { Database } from '../database.repository.ts';
import type { CatalogPorts } from '../ports.ts';
import { reviewNotFound } from './errors.ts';
import { assertAdministrator, type Moderator } from './moderator.ts';
import { writeReviews } from './write.repository.ts';

/** Hides a review or leaves it (or brings it back), and settles its reports. The ratings follow. */
export async function moderateReview(
  db: Database,
  ports: Pick<CatalogPorts, 'clock'>,
  moderator: Moderator,
  { reviewId, decision, reason }: z.output<typeof moderateReviewInput>,
): Promise<z.infer<typeof moderateReviewOutput>> {
  assertAdministrator(moderator);
  const status = decision === 'hide' ? 'hidden' : 'published';
  return writeReviews(db, async (write) => {
    const product = await write.lockProductOf(reviewId);
    const stored = product && (await write.review(reviewId));
    if (!stored) throw reviewNotFound();
    const at = ports.clock.now();
    await write.moderate(reviewId, status, decision === 'hide' ? reason : '', at);
    await write.audit([
      {
        actor: { kind: 'administrator', userId: moderator.id },
        sellerId: product.sellerId,
        action: decision === 'hide' ? 'review.hide' : 'review.publish',
        objectType: 'review',
        objectId: reviewId,
        changes: { status: [stored.status, status], reason: [null, reason] },
        at,
      },
    ]);
    if (stored.status !== status) {
      const stars = status === 'hidden' ? { added: 0, removed: stored.rating } : { added: stored.rating, removed: 0 };
      await write.changed(product.id, stars, at);
    }
    return { status };
  });
}
