import { applyState } from './apply-state.ts';
import type { PaymentStatus } from './contract.ts';
import { type Deps, providerOf } from './deps.ts';
import { finalStatuses } from './payment-state.ts';

/** The order will not be paid any more. When the money was faster the answer is `captured`, and it has to go back. */
export async function cancelPayment(deps: Deps, orderId: string): Promise<PaymentStatus | null> {
  const [payment] = await deps.payments.byOrders([orderId]);
  if (!payment) return null;
  if (finalStatuses.includes(payment.status) || !payment.providerRef) return payment.status;
  const state = await providerOf(deps, payment.provider).cancel(payment.providerRef);
  return (await applyState(deps, payment.id, state)).payment.status;
}
