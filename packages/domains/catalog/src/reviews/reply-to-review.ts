import type { z } from 'zod';
import { type Actor, assertEditor } from '../actor.ts';
import type { replyToReviewInput, replyToReviewOutput } from '../contract-reviews.ts';
import type { Database } from '../database.repository.ts';
import type { CatalogPorts } from '../ports.ts';
import { reviewNotFound } from './errors.ts';
import { readSellerReview } from './work.repository.ts';
import { writeReviews } from './write.repository.ts';

/** The seller's one answer below a review; null takes it away. */
export async function replyToReview(
  db: Database,
  ports: Pick<CatalogPorts, 'clock'>,
  actor: Actor,
  { sellerId, reviewId, body }: z.output<typeof replyToReviewInput>,
): Promise<z.infer<typeof replyToReviewOutput>> {
  assertEditor(actor, sellerId);
  await writeReviews(db, async (write) => {
    const product = await write.lockProductOf(reviewId);
    const stored = product?.sellerId === sellerId ? await write.review(reviewId) : null;
    if (!product || !stored) throw reviewNotFound();
    if (stored.replyBody === body) return;
    const at = ports.clock.now();
    await write.reply(reviewId, body, at);
    await write.audit([
      {
        actor: { kind: 'seller', userId: actor.id },
        sellerId,
        action: 'review.reply',
        objectType: 'review',
        objectId: reviewId,
        changes: { reply: [stored.replyBody, body] },
        at,
      },
    ]);
    await write.changed(product.id, { added: 0, removed: 0 }, at);
  });
  return { review: await readSellerReview(db, reviewId) };
}
