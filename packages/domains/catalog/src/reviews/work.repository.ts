import { type Database, type Statement, statement } from '@mallhive/db';
import type { z } from 'zod';
import type { queuedReviewSchema, sellerReviewSchema } from '../contract-reviews.ts';
import { reviewWithProduct, workedReview } from './shape.ts';

export type SellerReview = z.infer<typeof sellerReviewSchema>;
export type QueuedReview = z.infer<typeof queuedReviewSchema>;
export interface WorkRow<Review> {
  review: Review;
  id: string;
  at: Date;
}

export type SellerFilter = 'all' | 'unanswered' | 'answered' | 'critical';
const conditions: Record<SellerFilter, string> = {
  all: 'true',
  unanswered: "r.reply_body is null and r.status = 'published'",
  answered: 'r.reply_body is not null',
  critical: 'r.rating <= 2',
};

const ofSeller = Object.fromEntries(
  Object.entries(conditions).map(([filter, condition]) => [
    filter,
    statement(
      `catalog.seller-reviews.${filter}`,
      `select ${workedReview} as review, r.id, r.created_at as at from ${reviewWithProduct}
       where p.seller_id = $1 and ${condition} and ($2::timestamptz is null or (r.created_at, r.id) < ($2, $3::uuid))
       order by r.created_at desc, r.id desc limit $4`,
    ),
  ]),
) as Record<SellerFilter, Statement>;

const counts = statement(
  'catalog.seller-review-counts',
  `select ${Object.entries(conditions)
    .map(([filter, condition]) => `count(*) filter (where ${condition})::int as "${filter}"`)
    .join(', ')}
   from catalog.reviews r join catalog.products p on p.id = r.product_id where p.seller_id = $1`,
);
const one = statement(
  'catalog.seller-review',
  `select ${workedReview} as review from ${reviewWithProduct} where r.id = $1`,
);

export function readSellerReviews(
  db: Database,
  query: { sellerId: string; filter: SellerFilter; after: (string | number)[] | null; limit: number },
) {
  const [at = null, id = null] = query.after ?? [];
  return db.sql.many<WorkRow<SellerReview>>(ofSeller[query.filter], [query.sellerId, at, id, query.limit]);
}

export function countSellerReviews(db: Database, sellerId: string) {
  return db.sql.one<Record<SellerFilter, number>>(counts, [sellerId]);
}

export async function readSellerReview(db: Database, id: string): Promise<SellerReview> {
  return (await db.sql.one<{ review: SellerReview }>(one, [id])).review;
}

const queued = `(${workedReview} || jsonb_build_object('sellerName', coalesce(s.name, ''), 'reports', coalesce((
    select jsonb_agg(jsonb_build_object('reason', x.reason, 'note', x.note, 'at', catalog.iso(x.created_at)) order by x.created_at)
    from catalog.review_reports x where x.review_id = r.id and (x.settled_at is null or r.status = 'hidden')), '[]')))`;

const queues = {
  reported: statement(
    'catalog.reported-reviews',
    `select ${queued} as review, r.id, r.reported_at as at from ${reviewWithProduct}
     where r.open_reports > 0 and ($1::timestamptz is null or (r.reported_at, r.id) > ($1, $2::uuid))
     order by r.reported_at, r.id limit $3`,
  ),
  hidden: statement(
    'catalog.hidden-reviews',
    `select ${queued} as review, r.id, r.created_at as at from ${reviewWithProduct}
     where r.status = 'hidden' and ($1::timestamptz is null or (r.created_at, r.id) < ($1, $2::uuid))
     order by r.created_at desc, r.id desc limit $3`,
  ),
};
const queueCounts = statement(
  'catalog.review-queue-counts',
  `select (select count(*)::int from catalog.reviews where open_reports > 0) as reported,
     (select count(*)::int from catalog.reviews where status = 'hidden') as hidden`,
);

export function readQueue(
  db: Database,
  query: { filter: keyof typeof queues; after: (string | number)[] | null; limit: number },
) {
  const [at = null, id = null] = query.after ?? [];
  return db.sql.many<WorkRow<QueuedReview>>(queues[query.filter], [at, id, query.limit]);
}

export function countQueue(db: Database) {
  return db.sql.one<{ reported: number; hidden: number }>(queueCounts, []);
}
