import { type Database, statement, withSqlTransaction } from '@mallhive/db';
import { newId } from '@mallhive/kernel';
import { releaseEntries } from '../ledger/entries.ts';
import { bookTransactions } from '../ledger/ledger.repository.ts';

const deliver = statement(
  'payments.hold-delivered',
  `update payments.seller_holds set delivered_at = $2::timestamptz, release_at = $3::timestamptz
   where sub_order_id = $1::uuid and delivered_at is null and released_at is null`,
);
const block = statement(
  'payments.hold-block',
  `update payments.seller_holds set causes = array_append(causes, $2) where sub_order_id = $1::uuid and not $2 = any(causes)
   and released_at is null`,
);
const unblock = statement(
  'payments.hold-unblock',
  `update payments.seller_holds set causes = array_remove(causes, $2) where sub_order_id = $1::uuid and $2 = any(causes)`,
);
const due = statement(
  'payments.holds-due',
  `select payment_id as "paymentId", sub_order_id as "subOrderId", seller_id as "sellerId", currency, amount
   from payments.seller_holds where released_at is null and causes = '{}' and release_at <= $1::timestamptz
   order by payment_id, sub_order_id limit $2::int for update skip locked`,
);
const release = statement(
  'payments.holds-release',
  `update payments.seller_holds h set amount = 0, released_at = $2::timestamptz
   from jsonb_to_recordset($1::jsonb) as x("paymentId" uuid, "subOrderId" uuid)
   where h.payment_id = x."paymentId" and h.sub_order_id = x."subOrderId"`,
);

interface DueHold {
  paymentId: string;
  subOrderId: string;
  sellerId: string;
  currency: string;
  amount: number;
}

export function createHoldRepository(db: Database) {
  return {
    /** The first delivery counts. */
    delivered: (subOrderId: string, at: Date, releaseAt: Date) => db.sql.execute(deliver, [subOrderId, at, releaseAt]),
    block: (subOrderId: string, cause: string) => db.sql.execute(block, [subOrderId, cause]),
    unblock: (subOrderId: string, cause: string) => db.sql.execute(unblock, [subOrderId, cause]),
    /** Releases what is due, at most `limit` holds, and answers how many; those that a refund works on wait for the next run. */
    releaseDue: (now: Date, limit: number): Promise<number> =>
      withSqlTransaction(db, async (tx) => {
        const holds = await tx.sql.many<DueHold>(due, [now, limit]);
        if (holds.length === 0) return 0;
        const bySeller = Map.groupBy(
          holds.filter(({ amount }) => amount > 0),
          ({ sellerId, currency }) => `${sellerId} ${currency}`,
        );
        const transactions = [...bySeller.values()].flatMap((list) => {
          const [first] = list;
          if (!first) return [];
          const entries = releaseEntries(first.sellerId, list);
          const facts = { orderId: null, paymentId: null, currency: first.currency, at: now, entries };
          return [{ reference: `release:${newId(now.getTime())}`, kind: 'release' as const, ...facts }];
        });
        if (transactions.length > 0) await bookTransactions(tx, transactions);
        await tx.sql.execute(release, [JSON.stringify(holds), now]);
        return holds.length;
      }),
  };
}
export type HoldRepository = ReturnType<typeof createHoldRepository>;
