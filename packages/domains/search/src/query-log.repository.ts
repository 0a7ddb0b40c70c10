import { type Database, statement } from '@mallhive/db';

const add = statement(
  'search.log-queries',
  `insert into search.queries (query, day, searches, last_total, corrected, last_seen_at)
   select query, $2::date, searches, total, corrected, $3 from json_to_recordset($1::json) as x (query text, searches int, total int, corrected int)
   order by query
   on conflict (query, day) do update set searches = search.queries.searches + excluded.searches, last_total = excluded.last_total,
     corrected = search.queries.corrected + excluded.corrected, last_seen_at = excluded.last_seen_at`,
);

export interface QueryCount {
  query: string;
  searches: number;
  total: number;
  corrected: number;
}

export async function addQueries(db: Database, counts: readonly QueryCount[], at: Date): Promise<void> {
  await db.sql.execute(add, [JSON.stringify(counts), at.toISOString().slice(0, 10), at]);
}
