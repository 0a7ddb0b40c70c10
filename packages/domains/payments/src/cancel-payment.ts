import { applyState } from './apply-state.ts';
import type { PaymentStatus } from './contract.ts';
import { type Deps, providerOf } from './deps.ts';
import type { Payment } from './payment.ts';
import { finalStatuses } from './payment-state.ts';
import type { ProviderState } from './ports.ts';

/** The order will not be paid any more: what is held is let go. When the money was faster the answer is `captured`, and it has to go back. */
export async function cancelPayment(deps: Deps, orderId: string): Promise<PaymentStatus | null> {
  const [payment] = await deps.payments.byOrders([orderId]);
  return payment ? (await stopPayment(deps, payment)).status : null;
}

/** Ends one payment at its provider and answers what became of it: `cancelled`, or `captured` when the money was faster. */
export async function stopPayment(deps: Deps, payment: Payment): Promise<Payment> {
  if (finalStatuses.includes(payment.status)) return payment;
  const state = payment.providerRef
    ? await providerOf(deps, payment.provider).cancel(payment.providerRef)
    : neverOffered(payment);
  return (await applyState(deps, payment.id, state)).payment;
}

/** A crash came before the provider's answer: nobody holds a secret to pay it with, so only our own row has to end. */
function neverOffered({ sequence, amount, currency, card }: Payment): ProviderState {
  return { providerRef: 'none', status: 'cancelled', sequence: sequence + 1, amount, currency, card, failure: null };
}
