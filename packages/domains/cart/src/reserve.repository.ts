import { type Database, isRetryable, statement } from '@mallhive/db';
import { type Currency, newId } from '@mallhive/kernel';
import { together } from './together.ts';

export interface ReservationLine {
  variantId: string;
  quantity: number;
}
export interface Lacking {
  variantId: string;
  available: number;
}
/** A promotion that an order is priced with; what it takes off, in minor units. */
export interface PromotionHold {
  promotionId: string;
  code: string | null;
  amount: number;
}
/** A use that could not be had any more. */
export interface RefusedHold {
  promotionId: string;
  code: string | null;
  reason: 'ended' | 'used_up' | 'used_by_customer';
}
interface Attempt {
  checkoutId: string;
  cartId: string | null;
  lines: readonly ReservationLine[];
  promotions: readonly PromotionHold[] | null;
  customerKeys: readonly string[];
  currency: Currency;
  expiresAt: Date;
  now: Date;
}
interface Outcome {
  outcome: 'reserved' | 'existing' | 'committed' | 'lacking' | 'refused';
  lacking: Lacking[];
  refused?: RefusedHold[];
}

const one = statement(
  'cart.reserve',
  `select cart.reserve_checkout($1::uuid, $2::uuid, $3::uuid[], $4::int[], $5::timestamptz, $6::timestamptz, $7::uuid, $8::uuid,
     $9::jsonb, $10::text[], $11) as reply`,
);
const many = statement(
  'cart.reserve-many',
  `select cart.reserve_many($1::uuid[], $2::uuid[], $3::timestamptz[], $4::uuid[], $5::jsonb, $6::int[], $7::uuid[], $8::int[],
     $9::timestamptz, $10::uuid) as replies`,
);

/** As many as one transaction serves: it holds their levels for two or three milliseconds. */
const most = 64;

/** One statement is one transaction here; what PostgreSQL rolled back for a deadlock is tried again. */
export async function again<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 4 || !isRetryable(error)) throw error;
    }
  }
}

const holdsOf = ({ promotions, customerKeys: keys, currency }: Attempt) => ({ uses: promotions ?? [], keys, currency });

/**
 * Reserves a checkout's lines. What is wanted by many at once is reserved for all of them in one transaction, each with an
 * outcome of its own, so that they wait for one lock and one commit.
 */
export function createReserve(db: Database): (attempt: Attempt) => Promise<Outcome> {
  async function runOne(attempt: Attempt): Promise<Outcome> {
    const values = [
      attempt.checkoutId,
      attempt.cartId,
      attempt.lines.map((line) => line.variantId),
      attempt.lines.map((line) => line.quantity),
      attempt.expiresAt,
      attempt.now,
      newId(),
      newId(),
      attempt.promotions && JSON.stringify(attempt.promotions),
      attempt.customerKeys,
      attempt.currency,
    ];
    return (await db.sql.one<{ reply: Outcome }>(one, values)).reply;
  }

  async function runMany(attempts: readonly Attempt[]): Promise<(Outcome | null)[]> {
    const lines = attempts.flatMap(({ lines }, index) => lines.map((line) => ({ ...line, attempt: index + 1 })));
    const values = [
      attempts.map(({ checkoutId }) => checkoutId),
      attempts.map(({ cartId }) => cartId),
      attempts.map(({ expiresAt }) => expiresAt),
      attempts.map(() => newId()),
      attempts.some(({ promotions }) => promotions?.length) ? JSON.stringify(attempts.map(holdsOf)) : null,
      lines.map(({ attempt }) => attempt),
      lines.map(({ variantId }) => variantId),
      lines.map(({ quantity }) => quantity),
      new Date(Math.max(...attempts.map(({ now }) => now.getTime()))),
      newId(),
    ];
    return (await db.sql.one<{ replies: (Outcome | null)[] }>(many, values)).replies;
  }

  return together<Attempt, Outcome>({
    keysOf: ({ lines }) => lines.map(({ variantId }) => variantId),
    nameOf: ({ checkoutId }) => checkoutId,
    async run(attempts) {
      const replies = attempts.length === 1 ? [null] : await again(() => runMany(attempts));
      const outcomes: Outcome[] = [];
      for (const [index, attempt] of attempts.entries()) {
        outcomes.push(replies[index] ?? (await again(() => runOne(attempt))));
      }
      return outcomes;
    },
    most,
  });
}
