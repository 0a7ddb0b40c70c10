import { appendAudit, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { AuditEntry, Currency } from '@mallhive/kernel';

export interface Rate {
  currency: Currency;
  rate: string;
  updatedAt: string;
}

const read = statement(
  'catalog.exchange-rates',
  `select currency, trim_scale(rate)::text as rate, catalog.iso(updated_at) as "updatedAt" from catalog.exchange_rates
   order by array_position(catalog.currencies(), currency::text)`,
);
const lock = statement('catalog.lock-rates', 'select 1 from catalog.exchange_rates order by currency for update');
const save = statement(
  'catalog.save-rates',
  `update catalog.exchange_rates r set rate = x.rate, updated_at = $2
   from json_to_recordset($1::json) as x (currency text, rate numeric) where r.currency = x.currency and r.rate is distinct from x.rate`,
);
/** Converted prices follow card by card, with the job that this makes due. */
const touch = statement('catalog.touch-all-cards', 'update catalog.product_cards set refresh_at = $1');

export const readRates = (db: Database) => db.sql.many<Rate>(read);

export function saveRates(
  db: Database,
  rates: readonly { currency: Currency; rate: string }[],
  at: Date,
  audit: (before: Rate[], after: Rate[]) => AuditEntry,
): Promise<Rate[]> {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.many(lock);
    const before = await tx.sql.many<Rate>(read);
    const changed = await tx.sql.execute(save, [JSON.stringify(rates), at]);
    const after = await tx.sql.many<Rate>(read);
    if (changed > 0) {
      await tx.sql.execute(touch, [at]);
      await appendAudit(tx, 'catalog', [audit(before, after)]);
    }
    return after;
  });
}
