import { type Database, statement, withSqlTransaction } from '@mallhive/db';

/** Bigger baskets are wholesale: they say little about what belongs together and cost their size squared. */
const largestBasket = 30;
const keptPairs = 50;

/** All items of an order come in one statement, so an order is known whole or not at all. */
const addItems = statement(
  'search.add-order-items',
  `with added as (
     insert into search.order_items (order_id, product_id, units, at, shopper_id)
     select "orderId", "productId", sum(units), min(at), (array_agg("shopperId"))[1]
     from json_to_recordset($1::json) as x ("orderId" uuid, "productId" uuid, units int, at timestamptz, "shopperId" uuid)
     group by "orderId", "productId" order by "orderId", "productId"
     on conflict (order_id, product_id) do nothing returning order_id)
   select distinct order_id as id from added`,
);
const addPairs = statement(
  'search.add-pairs',
  `insert into search.co_purchases (product_id, other_id, orders)
   select a.product_id, b.product_id, count(*)
   from search.order_items a join search.order_items b on b.order_id = a.order_id and b.product_id <> a.product_id
   where a.order_id = any ($1::uuid[])
     and (select count(*) from search.order_items i where i.order_id = a.order_id) <= ${largestBasket}
   group by a.product_id, b.product_id order by a.product_id, b.product_id
   on conflict (product_id, other_id) do update set orders = search.co_purchases.orders + excluded.orders`,
);
export interface OrderItem {
  orderId: string;
  productId: string;
  units: number;
  at: Date;
  shopperId: string | null;
}

/** Answers how many orders were new. With `pairs` also which products are bought together is brought up to date. */
export function saveOrders(db: Database, items: readonly OrderItem[], pairs: boolean): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    const added = await tx.sql.many<{ id: string }>(addItems, [JSON.stringify(items)]);
    const ids = added.map(({ id }) => id);
    if (pairs && ids.length > 0) await tx.sql.execute(addPairs, [ids]);
    return ids.length;
  });
}

const patience = statement(
  'search.patience',
  `select set_config('statement_timeout', '0', true), set_config('work_mem', '192MB', true)`,
);
const clearPairs = statement('search.clear-pairs', 'delete from search.co_purchases');
/** In a shop with many orders one common order is chance. */
const recomputePairs = statement(
  'search.recompute-pairs',
  `with baskets as (
     select order_id from search.order_items group by order_id having count(*) between 2 and ${largestBasket}
   ), products as (
     select product_id, count(*)::float as orders, row_number() over (order by product_id)::int as n from search.order_items group by product_id
   ), items as (
     select i.order_id, p.n from search.order_items i join baskets b on b.order_id = i.order_id join products p on p.product_id = i.product_id
   ), pairs as (
     select a.n as l, b.n as r, count(*)::int as orders from items a join items b on b.order_id = a.order_id and b.n > a.n
     group by a.n, b.n having count(*) >= case when (select count(*) from baskets) > 2000 then 2 else 1 end
   ), both_ways as (
     select l, r, orders from pairs union all select r, l, orders from pairs
   ), ranked as (
     select a.product_id, b.product_id as other_id, w.orders,
       row_number() over (partition by w.l order by w.orders / sqrt(a.orders * b.orders) desc, w.orders desc) as place
     from both_ways w join products a on a.n = w.l join products b on b.n = w.r
   )
   insert into search.co_purchases (product_id, other_id, orders)
   select product_id, other_id, orders from ranked where place <= ${keptPairs}`,
);

/** From all orders anew; readers see the old pairs until it is done. */
export function recomputeCoPurchases(db: Database): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.many(patience);
    await tx.sql.execute(clearPairs);
    return tx.sql.execute(recomputePairs);
  });
}
