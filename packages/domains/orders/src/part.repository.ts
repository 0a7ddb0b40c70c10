import { type Database, statement } from '@mallhive/db';

const parts = statement(
  'orders.parts',
  `select id as "subOrderId", order_id as "orderId", number, seller_id as "sellerId" from orders.sub_orders
   where order_id = any($1::uuid[]) or id = any($1::uuid[])`,
);

export interface OrderPart {
  subOrderId: string;
  orderId: string;
  number: string;
  sellerId: string;
}

export const createPartRepository = (db: Database) => ({
  /** By the ids of orders or of parts; unknown ones are left out. */
  parts: (ids: readonly string[]) => db.sql.many<OrderPart>(parts, [ids]),
});
