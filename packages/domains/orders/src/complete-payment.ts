import type { Currency } from '@mallhive/kernel';
import type { Deps } from './deps.ts';
import { paymentDoesNotCover } from './errors.ts';

export interface CapturedPayment {
  orderId: string;
  paymentId: string;
  provider: string;
  amount: number;
  currency: Currency;
}

/** `paid` the first time, `already` after it; `too_late` when the order is cancelled or paid otherwise and the money has to go back. */
export type Completion = 'paid' | 'already' | 'too_late' | 'unknown';

/**
 * The money is there. Whoever hears of it first calls this (browser's return, webhook, workflow), the order becomes paid once.
 * Against a cancellation the row's state decides: exactly one of the two happens.
 */
export async function completePayment(deps: Deps, payment: CapturedPayment): Promise<Completion> {
  const { orderId, amount, currency } = payment;
  const { paid, order } = await deps.orders.pay({ ...payment, now: deps.clock.now() });
  if (!order) return 'unknown';
  if (!paid) {
    // Paid by this payment and cancelled since: who cancelled sends the money back.
    if (order.status === 'cancelled' && order.paymentId !== payment.paymentId) return 'too_late';
    if (order.paymentId && order.paymentId !== payment.paymentId) return 'too_late';
    if (!order.paymentId || order.total !== amount || order.currency !== currency) {
      throw paymentDoesNotCover(orderId);
    }
  }
  if (order.cartId) await deps.cart.close(order.cartId);
  return paid ? 'paid' : 'already';
}

/**
 * Of these payments, those that have paid for their orders already, in one look; their carts are closed. The others are
 * for `completePayment`.
 */
export async function noticePaid(deps: Deps, payments: readonly CapturedPayment[]): Promise<string[]> {
  const rows = await deps.orders.paidOf(payments.map(({ orderId }) => orderId));
  const byPayment = new Map(rows.map((row) => [row.paymentId, row]));
  const done = payments.flatMap(({ paymentId, orderId, amount, currency }) => {
    const row = byPayment.get(paymentId);
    const isItsOwn = row?.orderId === orderId && row.total === amount && row.currency === currency;
    return isItsOwn ? [row] : [];
  });
  await deps.cart.close(...done.flatMap(({ cartId }) => (cartId ? [cartId] : [])));
  return done.map(({ paymentId }) => paymentId);
}
