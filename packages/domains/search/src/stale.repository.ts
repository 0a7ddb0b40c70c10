import { type Database, statement } from '@mallhive/db';

export interface StoredNumbers {
  id: string;
  categoryIds: number[];
  sellerFacet: number;
  facetIds: number[];
  popularity: number;
}

const next = statement(
  'search.next-stale',
  'select product_id as id, marked_at::text as "markedAt" from search.stale order by marked_at, product_id limit $1',
);
/** One that was marked again in the meantime stays. */
const clear = statement(
  'search.clear-stale',
  `delete from search.stale s using unnest($1::uuid[], $2::text[]) as x (id, at) where s.product_id = x.id and s.marked_at = x.at::timestamptz`,
);
const numbers = statement(
  'search.numbers',
  `select product_id as id, category_ids as "categoryIds", seller_facet as "sellerFacet", facet_ids as "facetIds", popularity
   from search.documents where product_id = any ($1::uuid[])`,
);
/** What changed since a rebuild began, and what it wrote that is gone. */
const markSince = statement(
  'search.mark-since',
  `insert into search.stale (product_id)
   select product_id from search.documents where indexed_at >= $1
   union select id from unnest($2::uuid[]) as id where not exists (select 1 from search.documents d where d.product_id = id)
   on conflict (product_id) do update set marked_at = clock_timestamp()`,
);
const now = statement('search.now', 'select clock_timestamp()::text as now');

export interface Stale {
  id: string;
  markedAt: string;
}

export const nextStale = (db: Database, limit: number) => db.sql.many<Stale>(next, [limit]);
export async function clearStale(db: Database, done: readonly Stale[]): Promise<void> {
  await db.sql.execute(clear, [done.map(({ id }) => id), done.map(({ markedAt }) => markedAt)]);
}
export const readNumbers = (db: Database, ids: readonly string[]) => db.sql.many<StoredNumbers>(numbers, [ids]);
export async function markStaleSince(db: Database, since: string, written: readonly string[]): Promise<void> {
  await db.sql.execute(markSince, [since, written]);
}
/** The database's clock, which also writes `indexed_at`. */
export const databaseTime = async (db: Database) => (await db.sql.one<{ now: string }>(now)).now;
