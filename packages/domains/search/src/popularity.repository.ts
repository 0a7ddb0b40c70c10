import { type Database, statement } from '@mallhive/db';

/** Sales fade over months and views over weeks; the logarithm keeps one big order from ruling the shop. */
const refresh = statement(
  'search.refresh-popularity',
  `with sold as (
     select product_id, sum(units / (1 + greatest(extract(epoch from $1::timestamptz - at), 0) / (30 * 86400.0))) as weight, sum(units) as units, count(*)::int as orders
     from search.order_items where $2::uuid[] is null or product_id = any ($2) group by product_id
   ), viewed as (
     select product_id, sum(views / (1 + greatest($1::date - day, 0) / 7.0)) as weight
     from search.product_views where $2::uuid[] is null or product_id = any ($2) group by product_id
   ), scored as (
     select d.product_id, ln(1 + coalesce(s.weight, 0) + 0.05 * coalesce(v.weight, 0))::real as popularity, coalesce(s.units, 0) as units,
       coalesce(s.orders, 0) as orders
     from search.documents d left join sold s on s.product_id = d.product_id left join viewed v on v.product_id = d.product_id
     where $2::uuid[] is null or d.product_id = any ($2)
   ), ranked as (
     select *, rank() over (order by popularity desc) as place, count(*) over () as total from scored
   ), changed as (
   update search.documents d set popularity = r.popularity, orders = r.orders,
     bestseller = case when $2::uuid[] is null then r.units >= 5 and r.place <= greatest(1, r.total * 0.03) else d.bestseller end
   from ranked r
   where r.product_id = d.product_id and (d.popularity <> r.popularity or d.orders <> r.orders
     or $2::uuid[] is null and d.bestseller <> (r.units >= 5 and r.place <= greatest(1, r.total * 0.03)))
   returning d.product_id
   ), marked as (
     insert into search.stale (product_id) select product_id from changed where $3 order by product_id
     on conflict (product_id) do update set marked_at = clock_timestamp())
   select count(*) as changed from changed`,
);

/**
 * Of all products (then also who is a bestseller), or of some after an order. `noted`: an outside index has to follow.
 * Answers how many changed.
 */
export async function savePopularity(
  db: Database,
  at: Date,
  productIds: readonly string[] | null,
  noted: boolean,
): Promise<number> {
  return (await db.sql.one<{ changed: number }>(refresh, [at, productIds, noted])).changed;
}

const saveViews = statement(
  'search.save-views',
  `insert into search.product_views (product_id, day, views)
   select "productId", day, views from json_to_recordset($1::json) as x ("productId" uuid, day date, views int) order by "productId", day
   on conflict (product_id, day) do update set views = excluded.views where search.product_views.views <> excluded.views`,
);

export interface DayViews {
  productId: string;
  /** `YYYY-MM-DD` */
  day: string;
  views: number;
}

/** Absolute figures, so that a repeat changes nothing. */
export async function saveProductViews(db: Database, rows: readonly DayViews[]): Promise<void> {
  await db.sql.execute(saveViews, [JSON.stringify(rows)]);
}
