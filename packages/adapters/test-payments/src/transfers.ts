import { newToken } from '@mallhive/kernel';
import type { Transfers } from '@mallhive/payments/ports';
import type { Query } from './store.ts';

/** Accounts that exist and take no money, like an account at a provider that is not verified yet. */
const closed = /^closed/;

/** Transfers to sellers in the test provider's own books. Every account is ready but those whose name begins with `closed`. */
export function createTransfers(query: Query): Transfers {
  return {
    async send({ idempotencyKey, accountRef, amount, currency }) {
      const values = [`tt_${newToken().slice(0, 24)}`, idempotencyKey, accountRef, amount, currency];
      const [row] = await query<{ ref: string }>(
        `with sent as (
           insert into test_payments.transfers (ref, idempotency_key, destination, amount, currency)
           values ($1, $2, $3, $4, $5) on conflict (idempotency_key) do nothing returning ref
         )
         select ref from sent union all
         select ref from test_payments.transfers where idempotency_key = $2 and not exists (select from sent)`,
        values,
      );
      if (!row) throw new Error('The transfer is being made by somebody else');
      return { transferRef: row.ref };
    },
    async reverse({ idempotencyKey, transferRef, amount }) {
      const [row] = await query<{ ref: string }>(
        `with already as (select ref from test_payments.reversals where idempotency_key = $1), taken as (
           update test_payments.transfers set reversed = reversed + $3
           where ref = $2 and reversed + $3 <= amount and not exists (select from already) returning ref
         ), made as (
           insert into test_payments.reversals (ref, idempotency_key, transfer_ref, amount)
           select $4, $1, ref, $3 from taken returning ref
         )
         select ref from made union all select ref from already`,
        [idempotencyKey, transferRef, amount, `tr_${newToken().slice(0, 24)}`],
      );
      if (!row) throw new Error('The reversal was refused: more than was transferred');
      return { reversalRef: row.ref };
    },
    ready: async (accountRef) => !closed.test(accountRef),
  };
}
