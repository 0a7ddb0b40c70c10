import { newId } from '@mallhive/kernel';
import { type Deps, providerOf } from './deps.ts';
import { notCaptured, paymentNotFound, refundExceeds } from './errors.ts';
import { paymentRefunded } from './events.ts';
import type { RefundRow } from './payment.repository.ts';

export interface RefundInput {
  paymentId: string;
  /** The same key is the same refund. */
  key: string;
  reason: string;
  /** Without it everything that is left. */
  amount?: number;
  /** Whose part goes back; without it a share of everybody's. */
  subOrderId?: string | null;
}

/** Claimed in our books first, then sent to the provider, then booked: each step may run again after a crash. */
export async function refundPayment(deps: Deps, input: RefundInput): Promise<{ refundId: string; amount: number }> {
  const refund = await claim(deps, input);
  if (refund.status === 'pending') await send(deps, refund);
  return { refundId: refund.id, amount: refund.amount };
}

async function claim(
  deps: Deps,
  { paymentId, key, reason, amount, subOrderId = null }: RefundInput,
): Promise<RefundRow> {
  const existing = await deps.payments.refundByKey(key);
  if (existing) return existing;
  const claimed = await deps.payments.withLocked(paymentId, async (locked) => {
    const { payment } = locked;
    // Another call with this key may have been first to the lock.
    const meanwhile = await locked.refundByKey(key);
    if (meanwhile) return meanwhile;
    if (payment.status !== 'captured' && payment.status !== 'partially_refunded') throw notCaptured();
    const left = payment.amount - payment.refunded - (await locked.pendingRefunds());
    const wanted = amount ?? left;
    if (wanted < 1 || wanted > left) throw refundExceeds(left);
    const id = newId();
    await locked.insertRefund({ id, key, subOrderId, amount: wanted, reason, at: deps.clock.now() });
    return { id, paymentId, key, subOrderId, amount: wanted, reason, status: 'pending' as const };
  });
  if (!claimed) throw paymentNotFound();
  return claimed;
}

async function send(deps: Deps, refund: RefundRow): Promise<void> {
  const payment = await deps.payments.byId(refund.paymentId);
  if (!payment?.providerRef) throw paymentNotFound();
  const { id, key, subOrderId, amount, reason } = refund;
  const { refundRef } = await providerOf(deps, payment.provider).refund({
    idempotencyKey: id,
    providerRef: payment.providerRef,
    amount,
  });
  await deps.payments.withLocked(payment.id, async (locked) => {
    const at = deps.clock.now();
    const { orderId, currency, provider } = locked.payment;
    if (!(await locked.completeRefund({ id, amount, refundRef, at }))) return;
    const parts = subOrderId ? { parts: [{ subOrderId, amount }] } : {};
    await locked.bookRefund({ refundId: id, amount, at, ...parts });
    const facts = { paymentId: payment.id, orderId, amount, currency, provider };
    await locked.append([paymentRefunded.create({ ...facts, refundId: id, reason, key }, at)]);
  });
}
