import { type SqlTransaction, statement } from '@mallhive/db';

const lose = statement(
  'orders.lose-shipment',
  `with lost as (
     update orders.shipments set status = 'lost' where id = $1::uuid and status = 'shipped' returning lines
   ), unsent as (
     update orders.order_lines l set shipped_quantity = l.shipped_quantity - e.quantity
     from lost, jsonb_to_recordset(lost.lines) as e("orderLineId" uuid, quantity int) where l.id = e."orderLineId"
     returning l.id
   )
   select count(*)::int as lines from unsent`,
);

/** The parcel is lost and what was in it counts as not sent; in the transaction of whoever locked the order. */
export const markLost = (tx: SqlTransaction, shipmentId: string) => tx.sql.one<{ lines: number }>(lose, [shipmentId]);
