import type { Payout } from './payout.repository.ts';

/** A payout without where it goes. */
export const payoutView = ({ id, sellerId, currency, amount, status, method, masked, failure, ...when }: Payout) => ({
  ...{ id, sellerId, currency, amount, status, method, masked, failure },
  plannedAt: when.plannedAt.toISOString(),
  endedAt: when.endedAt?.toISOString() ?? null,
});
