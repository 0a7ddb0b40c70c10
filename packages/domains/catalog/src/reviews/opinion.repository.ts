import { type Database, statement, withSqlTransaction } from '@mallhive/db';

const find = statement(
  'catalog.review-for-opinion',
  `select r.user_id as "userId", r.helpful_count as helpful from catalog.reviews r
   join catalog.products p on p.id = r.product_id and p.status = 'published'
   where r.id = $1 and r.status = 'published' for update of r`,
);
const addVote = statement(
  'catalog.add-vote',
  `with added as (
     insert into catalog.review_votes (review_id, user_id, created_at) values ($1, $2, $3) on conflict do nothing returning review_id
   )
   update catalog.reviews set helpful_count = helpful_count + 1 where id = (select review_id from added)`,
);
const removeVote = statement(
  'catalog.remove-vote',
  `with gone as (delete from catalog.review_votes where review_id = $1 and user_id = $2 returning review_id)
   update catalog.reviews set helpful_count = helpful_count - 1 where id = (select review_id from gone)`,
);
const addReport = statement(
  'catalog.add-report',
  `with added as (
     insert into catalog.review_reports (review_id, user_id, reason, note, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning review_id
   )
   update catalog.reviews set open_reports = open_reports + 1, reported_at = coalesce(reported_at, $5)
   where id = (select review_id from added)`,
);

interface Found {
  userId: string | null;
  helpful: number;
}

/** `decide` sees the published review, locked, or null; what it answers is written. Answers the change of the count. */
export function vote(
  db: Database,
  key: { reviewId: string; userId: string; at: Date },
  decide: (found: Found | null) => 'add' | 'remove',
): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    const found = await tx.sql.maybe<Found>(find, [key.reviewId]);
    const decision = decide(found);
    const changed =
      decision === 'add'
        ? await tx.sql.execute(addVote, [key.reviewId, key.userId, key.at])
        : -(await tx.sql.execute(removeVote, [key.reviewId, key.userId]));
    return (found?.helpful ?? 0) + changed;
  });
}

export function report(
  db: Database,
  entry: { reviewId: string; userId: string; reason: string; note: string; at: Date },
  check: (found: Found | null) => void,
): Promise<void> {
  return withSqlTransaction(db, async (tx) => {
    check(await tx.sql.maybe<Found>(find, [entry.reviewId]));
    await tx.sql.execute(addReport, [entry.reviewId, entry.userId, entry.reason, entry.note, entry.at]);
  });
}
