import { money } from '@mallhive/kernel';
import type { z } from 'zod';
import type { statusInput, statusOutput } from './contract.ts';
import type { Deps } from './deps.ts';
import { openPayment } from './open-payment.ts';
import { dueOf, failureOf } from './payment.ts';
import { finalStatuses } from './payment-state.ts';
import { askProvider } from './settle-payment.ts';

/** For the browser's return: when our row is not final the provider is asked, and its answer counts like a webhook. */
export async function readStatus(
  deps: Deps,
  { paymentId, clientSecret }: z.output<typeof statusInput>,
): Promise<z.output<typeof statusOutput>> {
  let payment = await openPayment(deps, paymentId, clientSecret);
  if (!finalStatuses.includes(payment.status) && payment.providerRef) {
    payment = (await askProvider(deps, payment.id))?.payment ?? payment;
  }
  return { status: payment.status, amount: money(dueOf(payment), payment.currency), failure: failureOf(payment) };
}
