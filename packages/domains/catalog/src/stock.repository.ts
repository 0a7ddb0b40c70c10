import { type Database, statement, withSqlTransaction } from '@mallhive/db';
import { publishChanges } from './change.repository.ts';

/** Products first and in order, as refresh_cards does, so that two writers never wait for each other crosswise. */
const lock = statement(
  'catalog.lock-products-of-variants',
  `select 1 from catalog.products
   where id in (select product_id from catalog.variants where id = any ($1::uuid[])) order by id for update`,
);
const apply = statement(
  'catalog.apply-stock',
  `with levels as (
     select distinct on (id) id, greatest(available, 0) as available, least(greatest(backorder, 0), greatest(available, 0)) as backorder,
       "expectedOn" as expected_on, parts, version
     from json_to_recordset($1::json) as x (id uuid, available int, backorder int, "expectedOn" date, parts jsonb, version bigint)
     order by id, version desc
   ), before as (
     select v.id, v.product_id, v.available_quantity - v.backorder_quantity as in_stock, v.backorder_quantity > 0 as later, v.expected_on,
       v.parts
     from catalog.variants v join levels l on l.id = v.id
   )
   update catalog.variants v set available_quantity = l.available, backorder_quantity = l.backorder, expected_on = l.expected_on, parts = l.parts,
     stock_version = l.version
   from levels l join before b on b.id = l.id
   where v.id = l.id and v.stock_version < l.version
   returning b.product_id, b.in_stock as before, v.available_quantity - v.backorder_quantity as after,
     (b.later, b.expected_on, b.parts) is distinct from (v.backorder_quantity > 0, v.expected_on, v.parts) as announced`,
);

export interface StockRow {
  id: string;
  /** In stock and on backorder together. */
  available: number;
  /** Of those: not in stock. */
  backorder: number;
  /** A day. */
  expectedOn: string | null;
  /** Of a bundle. */
  parts: readonly { variantId: string; quantity: number }[];
  version: number;
}

/** `matters` says which changes of what is in stock a shopper can see on cards and pages; products with none are not told about. */
export function saveStock(
  db: Database,
  rows: readonly StockRow[],
  at: Date,
  matters: (before: number, after: number) => boolean,
): Promise<{ applied: number }> {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.many(lock, [rows.map(({ id }) => id)]);
    const changed = await tx.sql.many<{ product_id: string; before: number; after: number; announced: boolean }>(
      apply,
      [JSON.stringify(rows)],
    );
    const productIds = new Set(
      changed.filter((row) => row.announced || matters(row.before, row.after)).map((row) => row.product_id),
    );
    await publishChanges(tx, { productIds: [...productIds], at });
    return { applied: changed.length };
  });
}
