import { type Currency, newId } from '@mallhive/kernel';
import { type Deps, providerOf } from './deps.ts';
import { paymentDiffers } from './errors.ts';
import { type Allocation, commissionOn } from './ledger.ts';
import type { Payment } from './payment.ts';

export interface CreatePaymentInput {
  orderId: string;
  provider: string;
  currency: Currency;
  country: string;
  parts: readonly Omit<Allocation, 'commission'>[];
}

/** One payment per order: asked again it answers the first, and finishes what a crash left half done. */
export async function createPayment(deps: Deps, input: CreatePaymentInput): Promise<Payment> {
  const { orderId, currency, country } = input;
  const provider = providerOf(deps, input.provider);
  const allocations = input.parts.map((part) => ({ ...part, commission: commissionOn(part.items) }));
  const amount = allocations.reduce((sum, part) => sum + part.items + part.shipping, 0);
  const key = `order:${orderId}`;
  const now = deps.clock.now();
  const id = newId(now.getTime());
  const payment = await deps.payments.insert({
    id,
    orderId,
    key,
    provider: provider.code,
    amount,
    currency,
    country,
    allocations,
    now,
  });
  if (payment.amount !== amount || payment.currency !== currency) throw paymentDiffers();
  if (payment.providerRef && payment.clientSecret) return payment;

  // Outside of any transaction; the provider answers the same payment for the same key.
  const first = providerOf(deps, payment.provider);
  const created = await first.create({ idempotencyKey: payment.id, paymentId: payment.id, orderId, amount, currency });
  return deps.payments.setProvider(payment.id, created.providerRef, created.clientSecret, deps.clock.now());
}
