import type { z } from 'zod';
import type { confirmOutput, startApprovalInput } from './contract.ts';
import { type Deps, providerOf } from './deps.ts';
import { paymentNotFound } from './errors.ts';
import { openPayment } from './open-payment.ts';
import { failureOf } from './payment.ts';
import { askProvider } from './settle-payment.ts';

/** The provider's page on which the shopper agrees. What was agreed to before is settled first and answered instead. */
export async function startApproval(
  deps: Deps,
  { paymentId, clientSecret, returnUrl }: z.output<typeof startApprovalInput>,
): Promise<z.output<typeof confirmOutput>> {
  const before = await openPayment(deps, paymentId, clientSecret);
  const provider = providerOf(deps, before.provider);
  if (!provider.startApproval || !before.providerRef) throw paymentNotFound();
  const payment = (await askProvider(deps, paymentId))?.payment ?? before;
  if (payment.status !== 'requires_method' && payment.status !== 'requires_action')
    return { status: payment.status, actionUrl: null, failure: failureOf(payment) };
  const { actionUrl } = await provider.startApproval({ providerRef: before.providerRef, returnUrl });
  return { status: 'requires_action', actionUrl, failure: null };
}
