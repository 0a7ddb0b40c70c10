import type { z } from 'zod';
import type { confirmOutput, confirmTestInput } from './contract.ts';
import type { Deps } from './deps.ts';
import { paymentNotFound } from './errors.ts';
import { openPayment } from './open-payment.ts';
import { failureOf } from './payment.ts';
import { finalStatuses } from './payment-state.ts';
import { settlePayment } from './settle-payment.ts';

/** The card form of the test provider. A repeat after success answers the success. */
export async function confirmTest(
  deps: Deps,
  { paymentId, clientSecret, card, returnUrl }: z.output<typeof confirmTestInput>,
): Promise<z.output<typeof confirmOutput>> {
  const payment = await openPayment(deps, paymentId, clientSecret);
  const { cards } = deps;
  if (!cards || payment.provider !== cards.code || !payment.providerRef) throw paymentNotFound();
  if (finalStatuses.includes(payment.status))
    return { status: payment.status, actionUrl: null, failure: failureOf(payment) };
  const state = await cards.confirmCard({ providerRef: payment.providerRef, card, returnUrl });
  const { payment: after } = await settlePayment(deps, paymentId, state, payment);
  return { status: after.status, actionUrl: state.actionUrl, failure: failureOf(after) };
}
