import {
  appendAudit,
  appendEvents,
  type Database,
  type SqlTransaction,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import { publishChanges } from '../change.repository.ts';
import type { PublicReview } from '../contract-reviews.ts';
import { reviewWritten } from '../events.ts';
import { publicReview, reviewWithProduct } from './shape.ts';

/** Whoever changes ratings of a product holds this lock, so that the sums follow the reviews one after the other. */
const lockProduct = statement(
  'catalog.lock-reviewed-product',
  'select id, seller_id as "sellerId", status from catalog.products where id = $1 for update',
);
const productOf = statement(
  'catalog.product-of-review',
  'select product_id as "productId" from catalog.reviews where id = $1',
);
const readOwn = statement(
  'catalog.stored-own-review',
  `select id, rating, status from catalog.reviews where product_id = $1 and user_id = $2`,
);
const readOne = statement(
  'catalog.stored-review',
  `select id, rating, status, user_id as "userId", reply_body as "replyBody" from catalog.reviews where id = $1`,
);
const right = statement(
  'catalog.has-review-right',
  'select exists (select from catalog.review_rights where user_id = $1 and product_id = $2) as bought',
);
const pictures = statement(
  'catalog.own-pictures',
  `select o.hash, o.width, o.height from catalog.media_assets a join catalog.media_objects o on o.hash = a.hash
   where a.owner_id = $1 and a.hash = any ($2::text[]) and o.stored_at is not null and o.deleting_at is null`,
);
const save = statement(
  'catalog.save-review',
  `insert into catalog.reviews as r (id, product_id, source_ref, user_id, rating, title, body, author_name, verified, images, created_at)
   values ($1, $2, 'user:' || $3::text, $3::uuid, $4, $5, $6, $7, true, $8::json, $9)
   on conflict (product_id, source_ref) do update set rating = excluded.rating, title = excluded.title, body = excluded.body,
     author_name = excluded.author_name, images = excluded.images, edited_at = excluded.created_at`,
);
const remove = statement('catalog.delete-review', 'delete from catalog.reviews where id = $1');
const one = statement(
  'catalog.public-review',
  `select ${publicReview} as review from ${reviewWithProduct} where r.id = $1`,
);
/** One star value more, one less; zero for neither. */
const adjust = statement(
  'catalog.adjust-rating',
  `update catalog.products set
     rating_count = rating_count + sign($2::int)::int - sign($3::int)::int,
     rating_sum = rating_sum + $2::int - $3::int,
     rating_distribution = (
       select array_agg(d + (i = $2::int)::int - (i = $3::int)::int order by i) from unnest(rating_distribution) with ordinality as x (d, i))
   where id = $1`,
);
const reply = statement(
  'catalog.reply-to-review',
  'update catalog.reviews set reply_body = $2, reply_at = $3 where id = $1',
);
const moderate = statement(
  'catalog.moderate-review',
  `update catalog.reviews set status = $2, moderation_reason = $3, open_reports = 0, reported_at = null where id = $1`,
);
const settle = statement(
  'catalog.settle-reports',
  'update catalog.review_reports set settled_at = $2 where review_id = $1 and settled_at is null',
);

export interface LockedProduct {
  id: string;
  sellerId: string;
  status: string;
}
export interface StoredReview {
  id: string;
  rating: number;
  status: 'published' | 'hidden';
}
export interface ReviewToSave {
  id: string;
  productId: string;
  userId: string;
  rating: number;
  title: string;
  body: string;
  authorName: string;
  images: { url: string; alt: string; width: number; height: number }[];
  at: Date;
}

function writer(tx: SqlTransaction) {
  return {
    lockProduct: (productId: string) => tx.sql.maybe<LockedProduct>(lockProduct, [productId]),
    /** The product of a review, locked; null when there is no such review. */
    async lockProductOf(reviewId: string): Promise<LockedProduct | null> {
      const found = await tx.sql.maybe<{ productId: string }>(productOf, [reviewId]);
      return found && tx.sql.maybe<LockedProduct>(lockProduct, [found.productId]);
    },
    own: (productId: string, userId: string) => tx.sql.maybe<StoredReview>(readOwn, [productId, userId]),
    review: (id: string) =>
      tx.sql.maybe<StoredReview & { userId: string | null; replyBody: string | null }>(readOne, [id]),
    async bought(userId: string, productId: string): Promise<boolean> {
      return (await tx.sql.one<{ bought: boolean }>(right, [userId, productId])).bought;
    },
    pictures: (userId: string, hashes: readonly string[]) =>
      tx.sql.many<{ hash: string; width: number; height: number }>(pictures, [userId, hashes]),
    save: (review: ReviewToSave) =>
      tx.sql.execute(save, [
        review.id,
        review.productId,
        review.userId,
        review.rating,
        review.title,
        review.body,
        review.authorName,
        JSON.stringify(review.images),
        review.at,
      ]),
    remove: (id: string) => tx.sql.execute(remove, [id]),
    async publicReview(id: string): Promise<PublicReview> {
      return (await tx.sql.one<{ review: PublicReview }>(one, [id])).review;
    },
    /** The product's sums follow: `added` stars come, `removed` stars go, 0 for none. Then its card and its pages. */
    async changed(productId: string, stars: { added: number; removed: number }, at: Date): Promise<void> {
      const ratingsChanged = stars.added !== stars.removed;
      if (ratingsChanged) await tx.sql.execute(adjust, [productId, stars.added, stars.removed]);
      await publishChanges(tx, { productIds: [productId], at, sellersToo: ratingsChanged });
    },
    reply: (id: string, body: string | null, at: Date) => tx.sql.execute(reply, [id, body, body === null ? null : at]),
    async moderate(id: string, status: string, reason: string, at: Date): Promise<void> {
      await tx.sql.execute(moderate, [id, status, reason]);
      await tx.sql.execute(settle, [id, at]);
    },
    written: (
      review: { id: string; sellerId: string } & Pick<ReviewToSave, 'productId' | 'rating' | 'title' | 'body' | 'at'>,
    ) =>
      appendEvents(tx, 'catalog', [
        reviewWritten.create(
          {
            reviewId: review.id,
            productId: review.productId,
            sellerId: review.sellerId,
            rating: review.rating,
            title: review.title,
            text: review.body,
          },
          review.at,
        ),
      ]),
    audit: (entries: Parameters<typeof appendAudit>[2]) => appendAudit(tx, 'catalog', entries),
  };
}
export type ReviewWriter = ReturnType<typeof writer>;

/** Runs `work` in one transaction. */
export function writeReviews<Value>(db: Database, work: (write: ReviewWriter) => Promise<Value>): Promise<Value> {
  return withSqlTransaction(db, (tx) => work(writer(tx)));
}
