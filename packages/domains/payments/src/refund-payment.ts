import { newId } from '@mallhive/kernel';
import { type Deps, providerOf } from './deps.ts';
import { notCaptured, paymentNotFound, refundExceeds } from './errors.ts';
import { creditGranted, paymentRefunded } from './events.ts';
import { balanceCode } from './gift-cards/balance-provider.ts';
import { type RefundToInstrument, splitRefund } from './gift-cards/instrument.ts';
import type { LockedPayment, RefundRow } from './payment.repository.ts';

export interface RefundInput {
  paymentId: string;
  /** The same key is the same refund. */
  key: string;
  reason: string;
  /** Without it everything that is left. */
  amount?: number;
  /** Whose part goes back; without it a share of everybody's. */
  subOrderId?: string | null;
  /** Nothing goes back by the provider: what it would get becomes this person's credit. */
  toCredit?: { userId: string } | null;
}

/** Claimed in our books first, then sent to the provider, then booked: each step may run again after a crash. */
export async function refundPayment(deps: Deps, input: RefundInput): Promise<{ refundId: string; amount: number }> {
  const refund = await claim(deps, input);
  if (refund.status === 'pending') await send(deps, refund, input.toCredit);
  return { refundId: refund.id, amount: refund.amount };
}

async function claim(
  deps: Deps,
  { paymentId, key, reason, amount, subOrderId = null, toCredit }: RefundInput,
): Promise<RefundRow> {
  const existing = await deps.payments.refundByKey(key);
  if (existing && (!toCredit || existing.status === 'succeeded')) return existing;
  const claimed = await deps.payments.withLocked(paymentId, async (locked) => {
    const { payment } = locked;
    // Another call with this key may have been first to the lock.
    const meanwhile = await locked.refundByKey(key);
    if (meanwhile) return redirect(deps, locked, meanwhile, toCredit);
    if (payment.status !== 'captured' && payment.status !== 'partially_refunded') throw notCaptured();
    const left = payment.amount - payment.refunded - (await locked.pendingRefunds());
    const wanted = amount ?? left;
    if (wanted < 1 || wanted > left) throw refundExceeds(left);
    const id = newId();
    const back = payment.covered > 0 ? splitRefund(wanted, await locked.holds()) : [];
    const parts = await creditTheRest(deps, locked, wanted, back, toCredit);
    await locked.insertRefund({ id, key, subOrderId, amount: wanted, parts, reason, at: deps.clock.now() });
    const covered = sumOf(parts);
    return { id, paymentId, key, subOrderId, amount: wanted, covered, parts, reason, status: 'pending' as const };
  });
  if (!claimed) throw paymentNotFound();
  return claimed;
}

const sumOf = (parts: readonly { amount: number }[]) => parts.reduce((sum, { amount }) => sum + amount, 0);

/** What would go back by the provider becomes credit instead, when that is wanted. */
async function creditTheRest(
  deps: Deps,
  locked: LockedPayment,
  amount: number,
  parts: readonly RefundToInstrument[],
  toCredit: RefundInput['toCredit'],
): Promise<RefundToInstrument[]> {
  const rest = amount - sumOf(parts);
  if (!toCredit || rest === 0) return [...parts];
  const instrumentId = await locked.creditOf(toCredit.userId, deps.clock.now());
  return [...parts, { instrumentId, kind: 'credit', amount: rest, back: false }];
}

/** A refund that the provider did not take goes another way; one that is done stays as it is. */
async function redirect(
  deps: Deps,
  locked: LockedPayment,
  refund: RefundRow,
  toCredit: RefundInput['toCredit'],
): Promise<RefundRow> {
  if (!toCredit || refund.status === 'succeeded' || refund.covered === refund.amount) return refund;
  const parts = await creditTheRest(deps, locked, refund.amount, refund.parts, toCredit);
  await locked.redirect(refund.id, parts);
  return { ...refund, parts, covered: refund.amount };
}

async function send(deps: Deps, refund: RefundRow, toCredit: RefundInput['toCredit']): Promise<void> {
  const payment = await deps.payments.byId(refund.paymentId);
  if (!payment?.providerRef) throw paymentNotFound();
  const { id, key, subOrderId, amount, covered, parts: to, reason } = refund;
  const { providerRef } = payment;
  const { refundRef } =
    amount > covered
      ? await providerOf(deps, payment.provider).refund({ idempotencyKey: id, providerRef, amount: amount - covered })
      : { refundRef: balanceCode };
  await deps.payments.withLocked(payment.id, async (locked) => {
    const at = deps.clock.now();
    const { orderId, currency, provider } = locked.payment;
    if (!(await locked.completeRefund({ id, amount, refundRef, at }))) return;
    const parts = subOrderId ? { parts: [{ subOrderId, amount }] } : {};
    await locked.bookRefund({ refundId: id, amount, to, at, ...parts });
    const facts = { paymentId: payment.id, orderId, amount, currency, provider };
    const credited = sumOf(to.filter(({ back }) => !back));
    await locked.append([
      paymentRefunded.create({ ...facts, refundId: id, reason, key }, at),
      ...(toCredit && credited > 0
        ? [creditGranted.create({ movement: id, userId: toCredit.userId, amount: credited, currency, note: '' }, at)]
        : []),
    ]);
  });
}
