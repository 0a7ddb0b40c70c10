import type { DomainEvent } from '@mallhive/kernel';
import type { Deps } from './deps.ts';
import { amountMismatch, paymentNotFound } from './errors.ts';
import { paymentCancelled, paymentCaptured, paymentFailed } from './events.ts';
import { balanceCode } from './gift-cards/balance-provider.ts';
import { reduceAllocations } from './gift-cards/reduce-allocations.ts';
import { feeOf } from './ledger/fee.ts';
import type { LockedPayment, PaymentMove } from './payment.repository.ts';
import { dueOf, type Payment } from './payment.ts';
import { advance, type PaymentEvent } from './payment-state.ts';
import type { ProviderState } from './ports.ts';

export interface Applied {
  payment: Payment;
  /** `changed`, or why nothing did. */
  outcome: 'changed' | 'no_news' | 'old_news' | 'not_applicable';
}

/**
 * The one place where news from a provider changes a payment: webhook, browser's return, our own question and the card
 * form all end here. The payment row's lock makes each change happen once; capture books the ledger in the same transaction.
 * What is known already is seen without a lock: a payment never goes back to where it was older.
 */
export async function applyState(
  deps: Deps,
  paymentId: string,
  state: ProviderState,
  /** As it was read a moment ago, when the caller did. */
  read?: Payment,
): Promise<Applied> {
  const isNews = read && advance(read, state).ok;
  const known = isNews ? read : await deps.payments.byId(paymentId);
  if (!known) throw paymentNotFound();
  const news = advance(known, state);
  const applied = news.ok
    ? ((await noteUnchanged(deps, known, state)) ??
      (await deps.payments.withLocked(paymentId, (locked) => change(deps, locked, state))))
    : { payment: known, outcome: news.reason };
  if (!applied) throw paymentNotFound();
  if (applied.outcome === 'changed' && applied.payment.status === 'captured') await tellOrders(deps, applied.payment);
  return applied;
}

/**
 * Money is held or taken and no gift card has a part in it: one statement does when nobody changed the payment since it
 * was read. Null otherwise.
 */
async function noteUnchanged(deps: Deps, known: Payment, state: ProviderState): Promise<Applied | null> {
  const next = advance(known, state);
  if (!next.ok) return null;
  const at = deps.clock.now();
  const change = moveOf(state, next, at);
  if (next.event === 'authorised') {
    const payment = await deps.payments.moveUnchanged(known, change);
    return payment && { payment, outcome: 'changed' };
  }
  if (next.event !== 'succeeded' || known.covered > 0) return null;
  if (!isDue(known, state)) throw amountMismatch(known.id);
  const fee = feeOf(deps.fees, known, state);
  const payment = await deps.payments.capture(known, change, { fee, at }, eventsOf(known, next.event, state, at));
  return payment && { payment, outcome: 'changed' };
}

const isDue = (payment: Payment, { amount, currency }: ProviderState): boolean =>
  amount === dueOf(payment) && currency === payment.currency;

function moveOf(
  { providerRef, sequence, card, failure }: ProviderState,
  { status, event }: { status: Payment['status']; event: PaymentEvent },
  at: Date,
): PaymentMove {
  return { status, sequence, card, failure, attempt: { reference: `${providerRef}:${sequence}`, outcome: event }, at };
}

async function change(deps: Deps, locked: LockedPayment, state: ProviderState): Promise<Applied> {
  const { payment } = locked;
  const next = advance(payment, state);
  if (!next.ok) return { payment, outcome: next.reason };
  // Only we know of it: what ended here was never taken.
  if (payment.provider === balanceCode && payment.status === 'cancelled') return { payment, outcome: 'not_applicable' };
  if (next.event === 'succeeded' && !isDue(payment, state)) throw amountMismatch(payment.id);
  const at = deps.clock.now();
  const { card, failure, sequence } = state;
  await locked.move(moveOf(state, next, at));
  const now = payment.covered > 0 ? await endHolds(deps, locked, next.event, state, at) : payment;
  if (next.event === 'succeeded' && payment.covered === 0) {
    await locked.bookCapture({ fee: feeOf(deps.fees, payment, state), at });
  }
  await locked.append(eventsOf(now, next.event, state, at));
  const after: Payment = {
    ...now,
    status: next.status,
    sequence: Math.max(payment.sequence, sequence),
    card: card ?? payment.card,
    failureCode: failure?.code ?? null,
    failureMessage: failure?.message ?? null,
  };
  return { payment: after, outcome: 'changed' };
}

/**
 * What gift cards and credit give ends with the payment: spent with its capture, free again with its end. Money that comes
 * after that end is booked alone, for whoever sends it back.
 */
async function endHolds(
  deps: Deps,
  locked: LockedPayment,
  event: PaymentEvent,
  state: ProviderState,
  at: Date,
): Promise<Payment> {
  const { payment } = locked;
  if (event === 'cancelled') await locked.endHolds('release', at);
  if (event !== 'succeeded') return payment;
  const fee = feeOf(deps.fees, payment, state);
  const spent = await locked.endHolds('take', at);
  const of = spent.length > 0 ? payment : await locked.reduce(reduceAllocations(payment.allocations, dueOf(payment)));
  await locked.bookCapture({ of, fee, spent, at });
  return of;
}

function eventsOf(payment: Payment, event: PaymentEvent, state: ProviderState, at: Date): DomainEvent[] {
  const { id: paymentId, orderId, amount, currency, provider } = payment;
  const facts = { paymentId, orderId, amount, currency, provider };
  if (event === 'succeeded') return [paymentCaptured.create({ ...facts, card: state.card }, at)];
  if (event === 'cancelled') return [paymentCancelled.create(facts, at)];
  if (event === 'attempt_failed' && state.failure) return [paymentFailed.create({ ...facts, ...state.failure }, at)];
  return [];
}

/** So that the browser finds its order paid. When this fails the event `payments/payment.captured` gets it done. */
async function tellOrders(deps: Deps, payment: Payment): Promise<void> {
  const { id: paymentId, orderId, amount, currency, provider } = payment;
  try {
    await deps.orders.paymentCaptured({ orderId, paymentId, provider, amount, currency });
  } catch (error) {
    deps.logger.warn({ error, paymentId, orderId }, 'Order could not be completed at once; its workflow will');
  }
}
