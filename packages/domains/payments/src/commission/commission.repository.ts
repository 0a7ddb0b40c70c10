import { appendAudit, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { AuditEntry } from '@mallhive/kernel';
import type { CommissionRule } from './rules.ts';

const columns = `id, seller_id as "sellerId", category_id as "categoryId", basis_points as "basisPoints",
  valid_from as "validFrom", valid_until as "validUntil"`;
const current = statement(
  'payments.commission-rules-current',
  `select ${columns} from payments.commission_rules where valid_until is null or valid_until > $1::timestamptz order by valid_from, id`,
);
const all = statement(
  'payments.commission-rules',
  `select ${columns} from payments.commission_rules order by valid_from desc, id desc limit 500`,
);
const insert = statement(
  'payments.insert-commission-rule',
  `insert into payments.commission_rules (id, seller_id, category_id, basis_points, valid_from, valid_until, created_at)
   values ($1::uuid, $2::uuid, $3::uuid, $4::int, $5::timestamptz, $6::timestamptz, $7::timestamptz) on conflict do nothing`,
);
const end = statement(
  'payments.end-commission-rule',
  `update payments.commission_rules set valid_until = greatest(valid_from, $2::timestamptz)
   where id = $1::uuid and (valid_until is null or valid_until > $2::timestamptz) returning ${columns}`,
);

/** One without an end takes the place of the one before it. One for a while only stands before it, and that one goes on afterwards. */
const replace = statement(
  'payments.replace-commission-rule',
  `update payments.commission_rules set valid_until = $3::timestamptz
   where seller_id is not distinct from $1::uuid and category_id is not distinct from $2::uuid and valid_from < $3::timestamptz
     and (valid_until is null or valid_until > $3::timestamptz)`,
);

export function createCommissionRepository(db: Database) {
  return {
    /** Those that hold now or will hold. */
    current: (at: Date) => db.sql.many<CommissionRule>(current, [at]),
    /** Newest first, ended ones too. */
    all: () => db.sql.many<CommissionRule>(all),
    /** False when one for the same begins at the same moment. */
    insert: (rule: CommissionRule, at: Date, audit: AuditEntry) =>
      withSqlTransaction(db, async (tx) => {
        const { id, sellerId, categoryId, basisPoints, validFrom, validUntil } = rule;
        if ((await tx.sql.execute(insert, [id, sellerId, categoryId, basisPoints, validFrom, validUntil, at])) === 0)
          return false;
        if (validUntil === null) await tx.sql.execute(replace, [sellerId, categoryId, validFrom]);
        await appendAudit(tx, 'payments', [audit]);
        return true;
      }),
    /** Null when there is none that could end. */
    end: (id: string, at: Date, audit: (rule: CommissionRule) => AuditEntry) =>
      withSqlTransaction(db, async (tx) => {
        const rule = await tx.sql.maybe<CommissionRule>(end, [id, at]);
        if (rule) await appendAudit(tx, 'payments', [audit(rule)]);
        return rule;
      }),
  };
}
export type CommissionRepository = ReturnType<typeof createCommissionRepository>;
