import { shareOf } from './share-of.ts';

/** What a provider keeps of a payment when it does not say so itself: a share and a fixed sum in minor units. */
export interface FeeSchedule {
  basisPoints: number;
  fixed: number;
}
export type FeeSchedules = Readonly<Record<string, FeeSchedule>>;

/** The provider's own figure counts; else its schedule, else nothing. Never more than the payment. */
export function feeOf(
  schedules: FeeSchedules,
  payment: { provider: string; amount: number; covered?: number },
  reported: { fee?: number | null },
): number {
  const { basisPoints = 0, fixed = 0 } = schedules[payment.provider] ?? {};
  const amount = payment.amount - (payment.covered ?? 0);
  return Math.min(amount, Math.max(0, reported.fee ?? shareOf(amount, basisPoints, 10_000) + fixed));
}
