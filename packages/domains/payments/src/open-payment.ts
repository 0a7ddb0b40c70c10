import { createHash, timingSafeEqual } from 'node:crypto';
import type { Deps } from './deps.ts';
import { paymentNotFound } from './errors.ts';
import type { Payment } from './payment.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The payment, for whoever holds its secret. A wrong secret and a wrong id get the same answer. */
export async function openPayment(deps: Deps, paymentId: string, clientSecret: string): Promise<Payment> {
  const payment = await deps.payments.byId(paymentId);
  const matches = timingSafeEqual(digest(payment?.clientSecret ?? ''), digest(clientSecret));
  if (!payment?.clientSecret || !matches) throw paymentNotFound();
  return payment;
}
