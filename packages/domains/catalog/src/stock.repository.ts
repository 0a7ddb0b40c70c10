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
     select distinct on (id) id, available, version from json_to_recordset($1::json) as x (id uuid, available int, version bigint)
     order by id, version desc
   ), before as (
     select v.id, v.product_id, v.available_quantity as available from catalog.variants v join levels l on l.id = v.id
   )
   update catalog.variants v set available_quantity = greatest(l.available, 0), stock_version = l.version
   from levels l join before b on b.id = l.id
   where v.id = l.id and v.stock_version < l.version
   returning b.product_id, b.available as before, v.available_quantity as after`,
);

export interface StockRow {
  id: string;
  available: number;
  version: number;
}

/** `matters` says which changes a shopper can see on cards and pages; products with none are not told about. */
export function saveStock(
  db: Database,
  rows: readonly StockRow[],
  at: Date,
  matters: (before: number, after: number) => boolean,
): Promise<{ applied: number }> {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.many(lock, [rows.map(({ id }) => id)]);
    const changed = await tx.sql.many<{ product_id: string; before: number; after: number }>(apply, [
      JSON.stringify(rows),
    ]);
    const productIds = new Set(changed.filter((row) => matters(row.before, row.after)).map((row) => row.product_id));
    await publishChanges(tx, { productIds: [...productIds], at });
    return { applied: changed.length };
  });
}
