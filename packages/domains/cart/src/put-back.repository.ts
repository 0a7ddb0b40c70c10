import { type Database, statement } from '@mallhive/db';
import { newId } from '@mallhive/kernel';

const putBack = statement(
  'cart.put-back',
  'select cart.put_back($1::uuid, $2::uuid, $3::jsonb, $4, $5::timestamptz, $6::uuid) as outcome',
);

export interface PutBackInput {
  /** Under which the units were taken. */
  checkoutId: string;
  sellerId: string;
  reason: 'cancelled' | 'returned';
  /** `key` makes each line happen once: `cancel:<cancellation>:<line>`, `restock:<return line>`. */
  lines: readonly { key: string; variantId: string; productId: string; quantity: number }[];
}

export type PutBackOutcome = 'done' | 'waiting' | 'never_taken';

export function createPutBackRepository(db: Database) {
  return {
    async putBack({ checkoutId, sellerId, reason, lines }: PutBackInput, now: Date): Promise<PutBackOutcome> {
      if (lines.length === 0) return 'done';
      const values = [checkoutId, sellerId, JSON.stringify(lines), reason, now, newId()];
      return (await db.sql.one<{ outcome: PutBackOutcome }>(putBack, values)).outcome;
    },
  };
}
