import { type Database, statement, withSqlTransaction } from '@mallhive/db';

/** Stands for the whole shop where a seller's id stands otherwise. */
export const wholeShop = '00000000-0000-0000-0000-000000000000';
const name = 'roll-up';

const begin = statement(
  'analytics.roll-up-begin',
  `insert into analytics.behaviour_progress (name, seq, updated_at) values ($1, 0, $2) on conflict do nothing`,
);
const lock = statement(
  'analytics.roll-up-lock',
  'select seq from analytics.behaviour_progress where name = $1 for update',
);
const advance = statement(
  'analytics.roll-up-advance',
  'update analytics.behaviour_progress set seq = $2, updated_at = $3 where name = $1',
);
/** How many came in between two numbers, and when the first and the last happened: only their partitions are looked into. */
const between = statement(
  'analytics.roll-up-chunk',
  'select count(*)::int as events, min(at) as first, max(at) as last from analytics.behaviour_events where seq > $1 and seq <= $2',
);

/**
 * Everything counted from the events in ($1, $2], in one statement: what it reads is as it was before, what it writes is
 * added to that. A visit's way through the shop is compared before and after, and the difference goes to its day.
 */
const count = statement(
  'analytics.roll-up-behaviour',
  `with chunk as materialized (
     select (at at time zone 'UTC')::date as day, * from analytics.behaviour_events
     where seq > $1 and seq <= $2 and at >= $3 and at <= $4
   ), products as (
     insert into analytics.product_days (day, product_id, seller_id, views, adds, removes, sold_out_views)
     select day, product_id, (array_agg(seller_id order by seq desc))[1], count(*) filter (where type = 'product_view'),
       count(*) filter (where type = 'add_to_cart'), count(*) filter (where type = 'remove_from_cart'), count(*) filter (where type = 'stock_out_seen')
     from chunk where seller_id is not null and type in ('product_view', 'add_to_cart', 'remove_from_cart', 'stock_out_seen') group by 1, 2
     on conflict (day, product_id) do update set seller_id = excluded.seller_id, views = product_days.views + excluded.views,
       adds = product_days.adds + excluded.adds, removes = product_days.removes + excluded.removes,
       sold_out_views = product_days.sold_out_views + excluded.sold_out_views
   ), terms as (
     insert into analytics.search_term_days (day, term, searches, empty, clicks)
     select day, regexp_replace(lower(trim(query)), '\\s+', ' ', 'g'), count(*) filter (where type = 'search'),
       count(*) filter (where type = 'search' and results = 0), count(*) filter (where type = 'search_click')
     from chunk where query is not null and type in ('search', 'search_click') group by 1, 2
     on conflict (day, term) do update set searches = search_term_days.searches + excluded.searches,
       empty = search_term_days.empty + excluded.empty, clicks = search_term_days.clicks + excluded.clicks
   ), rails as (
     insert into analytics.rail_days (day, rail, shown, clicked)
     select day, rail, count(*) filter (where type = 'rail_shown'), count(*) filter (where type = 'rail_clicked')
     from chunk where rail is not null and type in ('rail_shown', 'rail_clicked') group by 1, 2
     on conflict (day, rail) do update set shown = rail_days.shown + excluded.shown, clicked = rail_days.clicked + excluded.clicked
   ), orders as (
     insert into analytics.visit_orders (order_id, visitor_id, at, device, source)
     select distinct on (order_id) order_id, visitor_id, at, device, source
     from chunk where type = 'order_placed' and order_id is not null and visitor_id is not null order by order_id, seq
     on conflict (order_id) do nothing
   ), steps as (
     select day, visitor_id, seller_id, seq, device, source, case when type in ('product_view', 'stock_out_seen') then 2
       when type = 'add_to_cart' then 4 when type in ('checkout_started', 'checkout_step') then 8 when type = 'order_placed' then 16 else 1 end as stage
     from chunk where visitor_id is not null
   ), touched as (
     select day, visitor_id, s.seller_id, bit_or(stage) as stages, (array_agg(device order by seq))[1] as device, (array_agg(source order by seq))[1] as source
     from (select day, visitor_id, '${wholeShop}'::uuid as seller_id, stage, device, source, seq from steps
           union all select day, visitor_id, seller_id, stage, device, source, seq from steps where seller_id is not null and stage in (2, 4)) s
     group by 1, 2, 3
   ), before as (
     select v.day, v.visitor_id, v.seller_id, v.stages, v.device, v.source
     from (select distinct day, visitor_id from touched) t join analytics.visits v using (day, visitor_id)
   ), after as (
     select day, visitor_id, seller_id, coalesce(b.stages, 0) | coalesce(t.stages, 0) as stages,
       coalesce(b.device, t.device) as device, coalesce(b.source, t.source) as source
     from before b full join touched t using (day, visitor_id, seller_id)
   ), kept as (
     insert into analytics.visits (day, visitor_id, seller_id, device, source, stages)
     select day, visitor_id, seller_id, device, source, stages from touched
     on conflict (day, visitor_id, seller_id) do update set stages = visits.stages | excluded.stages
       where visits.stages <> visits.stages | excluded.stages
   ), reached as (
     select 1 as sign, o.day, o.seller_id, w.device, w.source, o.stages | case when o.stages & 4 > 0 then w.stages & 24 else 0 end as stages
     from after o join after w using (day, visitor_id) where w.seller_id = '${wholeShop}'
     union all
     select -1, o.day, o.seller_id, w.device, w.source, o.stages | case when o.stages & 4 > 0 then w.stages & 24 else 0 end
     from before o join before w using (day, visitor_id) where w.seller_id = '${wholeShop}'
   )
   insert into analytics.funnel_days (day, seller_id, device, source, visits, viewed, carted, checked_out, ordered)
   select day, seller_id, device, source, sum(sign), coalesce(sum(sign) filter (where stages >= 2), 0), coalesce(sum(sign) filter (where stages >= 4), 0),
     coalesce(sum(sign) filter (where stages >= 8), 0), coalesce(sum(sign) filter (where stages >= 16), 0)
   from reached group by 1, 2, 3, 4
   on conflict (seller_id, day, device, source) do update set visits = funnel_days.visits + excluded.visits, viewed = funnel_days.viewed + excluded.viewed,
     carted = funnel_days.carted + excluded.carted, checked_out = funnel_days.checked_out + excluded.checked_out, ordered = funnel_days.ordered + excluded.ordered`,
);

/** Counts the next `size` numbers up to `top`, each event once: figures and progress are committed together. */
export function countNext(
  db: Database,
  top: number,
  size: number,
  now: Date,
): Promise<{ counted: number; done: boolean }> {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.execute(begin, [name, now]);
    const { seq } = await tx.sql.one<{ seq: number }>(lock, [name]);
    if (top <= seq) return { counted: 0, done: true };
    const end = Math.min(top, seq + size);
    const chunk = await tx.sql.one<{ events: number; first: Date; last: Date }>(between, [seq, end]);
    if (chunk.events > 0) await tx.sql.execute(count, [seq, end, chunk.first, chunk.last]);
    await tx.sql.execute(advance, [name, end, now]);
    return { counted: chunk.events, done: end === top };
  });
}
