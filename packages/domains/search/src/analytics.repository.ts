import { type Database, statement } from '@mallhive/db';
import type { z } from 'zod';
import type { analyticsOutput } from './contract.ts';

const analytics = statement(
  'search.analytics',
  `with days as materialized (
     select * from search.queries where day > $1::date - $2::int and day <= $1::date
   ), figures as materialized (
     select query, sum(searches)::int as searches, (array_agg(last_total order by last_seen_at desc))[1] as "lastTotal",
       sum(nothing)::int as nothing, sum(corrected)::int as corrected, sum(clicks)::int as clicks,
       round(sum(places)::numeric / nullif(sum(clicks), 0), 1)::float as "averagePosition"
     from days group by query
   )
   select
     (select json_build_object('searches', coalesce(sum(searches), 0), 'nothing', coalesce(sum(nothing), 0),
        'corrected', coalesce(sum(corrected), 0), 'clicks', coalesce(sum(clicks), 0)) from figures) as totals,
     (select json_agg(json_build_object('day', to_char(s.day, 'YYYY-MM-DD'), 'searches', coalesce(d.searches, 0), 'clicks', coalesce(d.clicks, 0)) order by s.day)
      from generate_series($1::date - $2::int + 1, $1::date, interval '1 day') as s (day)
      left join (select day, sum(searches) as searches, sum(clicks) as clicks from days group by day) d on d.day = s.day::date) as days,
     (select coalesce(json_agg(f), '[]') from (select * from figures order by searches desc, query limit 50) f) as top,
     (select coalesce(json_agg(f), '[]') from (select * from figures where nothing > 0 order by nothing desc, query limit 50) f) as "nothingFound",
     (select coalesce(json_agg(f), '[]') from (
        select * from figures where searches >= 5 and nothing = 0 and clicks * 10 < searches order by searches desc, query limit 20) f) as ignored`,
);

/** Figures of the `days` days up to and including `today` (`YYYY-MM-DD`). */
export function readAnalytics(db: Database, today: string, days: number) {
  return db.sql.one<Omit<z.infer<typeof analyticsOutput>, 'engine'>>(analytics, [today, days]);
}

const popular = statement(
  'search.popular-categories',
  `select f.value as path, coalesce(f.labels -> $1 ->> 1, f.label) as name, count(*)::int as count
   from search.documents d join search.facet_values f on f.id = d.category_ids[1]
   where d.available group by f.id order by sum(d.popularity) desc, count(*) desc, f.value limit 6`,
);

/** Departments with what sells best. */
export function readPopularCategories(db: Database, locale: string) {
  return db.sql.many<{ path: string; name: string; count: number }>(popular, [locale]);
}
