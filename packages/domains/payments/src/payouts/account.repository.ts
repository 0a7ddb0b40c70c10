import { appendAudit, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { AuditEntry } from '@mallhive/kernel';

interface SellerAccount {
  provider: string;
  accountRef: string;
  /** What the provider said last. */
  ready: boolean;
}

const ofSeller = statement(
  'payments.seller-accounts',
  `select provider, account_ref as "accountRef", ready from payments.seller_accounts where seller_id = $1::uuid`,
);
const put = statement(
  'payments.put-seller-account',
  `insert into payments.seller_accounts (seller_id, provider, account_ref, checked_at)
   values ($1::uuid, $2, $3, $4::timestamptz) on conflict (seller_id, provider) do nothing returning account_ref as "accountRef"`,
);
const find = statement(
  'payments.seller-account',
  `select provider, account_ref as "accountRef", ready from payments.seller_accounts where seller_id = $1::uuid and provider = $2`,
);
/** An answer to a question that was asked earlier than the last one changes nothing. */
const note = statement(
  'payments.note-seller-account',
  `update payments.seller_accounts set
     ready = case when checked_at <= $4::timestamptz then $3::boolean else ready end,
     checked_at = greatest(checked_at, $4::timestamptz)
   where provider = $1 and account_ref = $2 returning ready`,
);

/** Accounts at providers that the shop opened for sellers. */
export function createAccountRepository(db: Database) {
  return {
    ofSeller: (sellerId: string) => db.sql.many<SellerAccount>(ofSeller, [sellerId]),
    find: (sellerId: string, provider: string) => db.sql.maybe<SellerAccount>(find, [sellerId, provider]),
    /** The first account that was stored stays, and is what is answered. */
    put: (sellerId: string, provider: string, accountRef: string, audit: AuditEntry, at: Date): Promise<string> =>
      withSqlTransaction(db, async (tx) => {
        const made = await tx.sql.maybe<{ accountRef: string }>(put, [sellerId, provider, accountRef, at]);
        if (!made) return (await tx.sql.one<SellerAccount>(find, [sellerId, provider])).accountRef;
        await appendAudit(tx, 'payments', [audit]);
        return made.accountRef;
      }),
    /** Null: none of ours. */
    note: async (provider: string, accountRef: string, ready: boolean, asked: Date): Promise<boolean | null> =>
      (await db.sql.maybe<{ ready: boolean }>(note, [provider, accountRef, ready, asked]))?.ready ?? null,
  };
}
export type AccountRepository = ReturnType<typeof createAccountRepository>;
