import { type Database, statement } from '@mallhive/db';

const add = statement(
  'search.log-queries',
  `insert into search.queries (query, day, searches, last_total, corrected, nothing, last_seen_at)
   select query, $2::date, searches, total, corrected, nothing, $3
   from json_to_recordset($1::json) as x (query text, searches int, total int, corrected int, nothing int)
   order by query
   on conflict (query, day) do update set searches = search.queries.searches + excluded.searches, last_total = excluded.last_total,
     corrected = search.queries.corrected + excluded.corrected, nothing = search.queries.nothing + excluded.nothing, last_seen_at = excluded.last_seen_at`,
);

export interface QueryCount {
  query: string;
  searches: number;
  total: number;
  corrected: number;
  nothing: number;
}

export async function addQueries(db: Database, counts: readonly QueryCount[], at: Date): Promise<void> {
  await db.sql.execute(add, [JSON.stringify(counts), at.toISOString().slice(0, 10), at]);
}

/** Only where the search is known of that day or the day before, so that nobody can fill the tables with searches that never were. */
const click = statement(
  'search.add-click',
  `with counted as (
     update search.queries set clicks = clicks + 1, places = places + $3
     where query = $1 and day = (select max(day) from search.queries where query = $1 and day between $4::date - 1 and $4::date)
     returning day)
   insert into search.clicks (query, day, product_id, clicks, places) select $1, day, $2, 1, $3 from counted
   on conflict (query, day, product_id) do update set clicks = search.clicks.clicks + 1, places = search.clicks.places + excluded.places`,
);

export async function addClick(
  db: Database,
  { query, productId, position }: { query: string; productId: string; position: number },
  at: Date,
): Promise<void> {
  await db.sql.execute(click, [query, productId, position, at.toISOString().slice(0, 10)]);
}
