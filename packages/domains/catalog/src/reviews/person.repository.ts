import { type Database, statement, withSqlTransaction } from '@mallhive/db';
import { publishChanges } from '../change.repository.ts';

const grant = statement(
  'catalog.grant-review-rights',
  `insert into catalog.review_rights (user_id, product_id, order_id, since)
   select $1, product_id, $3, $4 from unnest($2::uuid[]) as x (product_id)
   on conflict do nothing`,
);
/** Votes and reports keep counting, for somebody who is nobody any more. */
const steps = [
  statement('catalog.forget-votes', 'update catalog.review_votes set user_id = gen_random_uuid() where user_id = $1'),
  statement(
    'catalog.forget-reports',
    `update catalog.review_reports set user_id = gen_random_uuid(), note = '' where user_id = $1`,
  ),
  statement('catalog.forget-rights', 'delete from catalog.review_rights where user_id = $1'),
  statement('catalog.forget-pictures', 'delete from catalog.media_assets where owner_id = $1'),
  statement('catalog.forget-usage', 'delete from catalog.media_usage where owner_id = $1'),
];
const lockProducts = statement(
  'catalog.lock-products-of-author',
  `select p.id from catalog.products p where p.id in (select product_id from catalog.reviews where user_id = $1) order by p.id for update`,
);
const anonymise = statement(
  'catalog.anonymise-reviews',
  `update catalog.reviews set user_id = null, source_ref = 'erased:' || id, author_name = $2, images = '[]'
   where user_id = $1 returning product_id as "productId"`,
);
const ownReviews = statement(
  'catalog.reviews-of-person',
  `select p.title as product, r.rating, r.title, r.body, catalog.iso(r.created_at) as "createdAt", r.images
   from catalog.reviews r join catalog.products p on p.id = r.product_id where r.user_id = $1 order by r.created_at`,
);
/** An order's products that can still be bought or at least seen, and that the buyer has not reviewed. */
const toReview = statement(
  'catalog.products-to-review',
  `select p.title, p.slug from catalog.review_rights g join catalog.products p on p.id = g.product_id
   where g.user_id = $1 and g.order_id = $2 and p.status = 'published'
     and not exists (select from catalog.reviews r where r.product_id = p.id and r.user_id = $1)
   order by p.title limit 10`,
);

export function grantRights(
  db: Database,
  right: { userId: string; productIds: readonly string[]; orderId: string; at: Date },
) {
  return db.sql.execute(grant, [right.userId, right.productIds, right.orderId, right.at]);
}

export function forget(db: Database, userId: string, name: string, at: Date): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.many(lockProducts, [userId]);
    const changed = await tx.sql.many<{ productId: string }>(anonymise, [userId, name]);
    for (const step of steps) await tx.sql.execute(step, [userId]);
    await publishChanges(tx, { productIds: changed.map(({ productId }) => productId), at });
    return changed.length;
  });
}

export function productsToReview(db: Database, { userId, orderId }: { userId: string; orderId: string }) {
  return db.sql.many<{ title: string; slug: string }>(toReview, [userId, orderId]);
}

export interface PersonalReview {
  product: string;
  rating: number;
  title: string;
  body: string;
  createdAt: string;
  images: { url: string }[];
}

export function readPersonalReviews(db: Database, userId: string) {
  return db.sql.many<PersonalReview>(ownReviews, [userId]);
}
