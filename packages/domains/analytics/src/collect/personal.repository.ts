import { type Database, statement, withSqlTransaction } from '@mallhive/db';

const forgetEvents = statement(
  'analytics.forget-visits',
  `with mine as (select distinct visitor_id from analytics.visit_orders where order_id = any($1::uuid[]))
   update analytics.behaviour_events e set visitor_id = null, order_id = null, query = null
   from mine m where e.visitor_id = m.visitor_id`,
);
const forgetSteps = statement(
  'analytics.forget-visit-steps',
  `delete from analytics.visits v using analytics.visit_orders o
   where o.order_id = any($1::uuid[]) and v.visitor_id = o.visitor_id`,
);
const forgetOrders = statement(
  'analytics.forget-visit-orders',
  'delete from analytics.visit_orders where order_id = any($1::uuid[])',
);

/** Cuts what the visits of these orders did from the orders and from each other; the counts stay. Answers how many orders were known. */
export function forgetVisits(db: Database, orderIds: readonly string[]): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.execute(forgetEvents, [orderIds]);
    await tx.sql.execute(forgetSteps, [orderIds]);
    return tx.sql.execute(forgetOrders, [orderIds]);
  });
}

const visits = statement(
  'analytics.visits-of-orders',
  `select e.at, e.type, e.path, e.product_id as "productId", e.query, o.order_id as "orderId", o.device, o.source
   from analytics.visit_orders o join analytics.behaviour_events e on e.visitor_id = o.visitor_id
   where o.order_id = any($1::uuid[]) order by e.at, e.id limit 10000`,
);

export interface BehaviourOfPerson {
  at: Date;
  type: string;
  path: string;
  productId: string | null;
  query: string | null;
  /** The order by which the visit is known to be theirs. */
  orderId: string;
  device: string;
  source: string;
}

export function readVisitsOf(db: Database, orderIds: readonly string[]): Promise<BehaviourOfPerson[]> {
  return db.sql.many<BehaviourOfPerson>(visits, [orderIds]);
}
