import { money } from '@mallhive/kernel';
import type { z } from 'zod';
import { applyState } from './apply-state.ts';
import type { statusInput, statusOutput } from './contract.ts';
import { type Deps, providerOf } from './deps.ts';
import { openPayment } from './open-payment.ts';
import { failureOf } from './payment.ts';
import { finalStatuses } from './payment-state.ts';

/** For the browser's return: when our row is not final the provider is asked, and its answer counts like a webhook. */
export async function readStatus(
  deps: Deps,
  { paymentId, clientSecret }: z.output<typeof statusInput>,
): Promise<z.output<typeof statusOutput>> {
  let payment = await openPayment(deps, paymentId, clientSecret);
  if (!finalStatuses.includes(payment.status) && payment.providerRef) {
    const state = await providerOf(deps, payment.provider).retrieve(payment.providerRef);
    ({ payment } = await applyState(deps, payment.id, state));
  }
  return { status: payment.status, amount: money(payment.amount, payment.currency), failure: failureOf(payment) };
}
