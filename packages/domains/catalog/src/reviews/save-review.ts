import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import type { saveReviewInput, saveReviewOutput } from '../contract-reviews.ts';
import type { Database } from '../database.repository.ts';
import { productNotFound } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { authorName } from './author-name.ts';
import { notBought, pictureUnknown, reviewHidden } from './errors.ts';
import { type ReviewWriter, writeReviews } from './write.repository.ts';

/** Who writes; the name is shortened before anybody sees it. */
export interface Author {
  id: string;
  name: string;
}
type Input = z.output<typeof saveReviewInput>;

async function ownPictures(write: ReviewWriter, userId: string, images: Input['images']) {
  if (images.length === 0) return [];
  const hashes = images.map(({ url }) => url.split('/')[2] ?? '');
  const found = new Map((await write.pictures(userId, hashes)).map((picture) => [picture.hash, picture]));
  return images.map(({ url, alt }, index) => {
    const picture = found.get(hashes[index] ?? '');
    if (!picture) throw pictureUnknown();
    return { url, alt, width: picture.width, height: picture.height };
  });
}

/** A buyer's one review of a product, written or changed; the ratings follow in the same transaction. */
export async function saveReview(
  db: Database,
  ports: Pick<CatalogPorts, 'clock'>,
  author: Author,
  input: Input,
): Promise<z.infer<typeof saveReviewOutput>> {
  return writeReviews(db, async (write) => {
    const product = await write.lockProduct(input.productId);
    if (product?.status !== 'published') throw productNotFound();
    const stored = await write.own(product.id, author.id);
    if (stored?.status === 'hidden') throw reviewHidden();
    if (!stored && !(await write.bought(author.id, product.id))) throw notBought();
    const images = await ownPictures(write, author.id, input.images);
    const at = ports.clock.now();
    const id = stored?.id ?? newId(at.getTime());
    const { rating, title, body } = input;
    await write.save({
      id,
      productId: product.id,
      userId: author.id,
      rating,
      title,
      body,
      authorName: authorName(author.name),
      images,
      at,
    });
    if (!stored)
      await write.written({ id, sellerId: product.sellerId, productId: product.id, rating, title, body, at });
    await write.changed(product.id, { added: rating, removed: stored?.rating ?? 0 }, at);
    return { review: await write.publicReview(id), created: !stored };
  });
}
