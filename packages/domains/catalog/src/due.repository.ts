import { type Database, statement, withSqlTransaction } from '@mallhive/db';
import { publishChanges } from './change.repository.ts';

const due = statement(
  'catalog.due-cards',
  'select product_id as id from catalog.product_cards where refresh_at <= $1 limit $2',
);

export function refreshDue(db: Database, at: Date, limit: number): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    const rows = await tx.sql.many<{ id: string }>(due, [at, limit]);
    await publishChanges(tx, { productIds: rows.map(({ id }) => id), at, pricesToo: true });
    return rows.length;
  });
}
