import { type Database, type Statement, statement } from '@mallhive/db';
import type { PublicReview } from '../contract-reviews.ts';
import type { KeyPart } from '../cursor.ts';
import { publicReview, reviewWithProduct } from './shape.ts';

export type ReviewOrder = 'newest' | 'helpful' | 'highest' | 'lowest';

interface Order {
  columns: string;
  casts: string;
  after: '<' | '>';
  sorted: string;
  form: readonly KeyPart[];
}

/** The lowest first, and of equals the newest first: one direction for the row comparison needs the negative. */
export const reviewOrders: Record<ReviewOrder, Order> = {
  newest: {
    columns: 'r.created_at, r.id',
    casts: 'timestamptz, uuid',
    after: '<',
    sorted: 'r.created_at desc, r.id desc',
    form: ['time', 'id'],
  },
  helpful: {
    columns: 'r.helpful_count, r.created_at, r.id',
    casts: 'int, timestamptz, uuid',
    after: '<',
    sorted: 'r.helpful_count desc, r.created_at desc, r.id desc',
    form: ['number', 'time', 'id'],
  },
  highest: {
    columns: 'r.rating, r.created_at, r.id',
    casts: 'int, timestamptz, uuid',
    after: '<',
    sorted: 'r.rating desc, r.created_at desc, r.id desc',
    form: ['number', 'time', 'id'],
  },
  lowest: {
    columns: '-r.rating, r.created_at, r.id',
    casts: 'int, timestamptz, uuid',
    after: '<',
    sorted: 'r.rating, r.created_at desc, r.id desc',
    form: ['number', 'time', 'id'],
  },
};

export interface ReviewFilter {
  productId: string;
  stars?: number | undefined;
  withPictures: boolean;
  order: ReviewOrder;
  after: (string | number)[] | null;
  limit: number;
}

export interface ReviewRow {
  review: PublicReview;
  id: string;
  created_at: Date;
  helpful_count: number;
  rating: number;
}

const statements = new Map<string, Statement>();

/** One text per combination of conditions: at most 32. */
function textOf({ order, stars, withPictures, after }: ReviewFilter): Statement {
  const name = `catalog.reviews.${order}.${stars ? 1 : 0}${withPictures ? 1 : 0}${after ? 1 : 0}`;
  const known = statements.get(name);
  if (known) return known;
  const { columns, casts, after: sign, sorted } = reviewOrders[order];
  const conditions = ['r.product_id = $1', "r.status = 'published'"];
  let next = 3;
  if (stars) conditions.push(`r.rating = $${next++}`);
  if (withPictures) conditions.push('json_array_length(r.images) > 0');
  if (after) {
    const values = casts.split(', ').map((cast) => `$${next++}::${cast}`);
    conditions.push(`(${columns}) ${sign} (${values.join(', ')})`);
  }
  const made = statement(
    name,
    `select ${publicReview} as review, r.id, r.created_at, r.helpful_count, r.rating from ${reviewWithProduct}
     where ${conditions.join(' and ')} order by ${sorted} limit $2`,
  );
  statements.set(name, made);
  return made;
}

export function readReviews(db: Database, filter: ReviewFilter): Promise<ReviewRow[]> {
  const values: unknown[] = [filter.productId, filter.limit];
  if (filter.stars) values.push(filter.stars);
  if (filter.after) values.push(...filter.after);
  return db.sql.many<ReviewRow>(textOf(filter), values);
}

const own = statement(
  'catalog.my-review',
  `select exists (select from catalog.review_rights where product_id = $1 and user_id = $2) as bought,
     (select r.status from catalog.reviews r where r.product_id = $1 and r.user_id = $2) as status,
     (select ${publicReview} from ${reviewWithProduct} where r.product_id = $1 and r.user_id = $2) as review,
     array(select v.review_id from catalog.review_votes v join catalog.reviews r on r.id = v.review_id
           where v.user_id = $2 and r.product_id = $1) as "votedFor",
     array(select v.review_id from catalog.review_reports v join catalog.reviews r on r.id = v.review_id
           where v.user_id = $2 and r.product_id = $1) as reported`,
);

export function readMine(db: Database, productId: string, userId: string) {
  return db.sql.one<{
    bought: boolean;
    status: string | null;
    review: PublicReview | null;
    votedFor: string[];
    reported: string[];
  }>(own, [productId, userId]);
}
