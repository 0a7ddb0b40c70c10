import { type Currency, newId } from '@mallhive/kernel';
import { stopPayment } from './cancel-payment.ts';
import type { LineCommission, Part } from './commission/commission-of.ts';
import { type Deps, providerOf } from './deps.ts';
import { paymentDiffers } from './errors.ts';
import { type Allocation, grossOf } from './ledger/part.ts';
import type { Payment } from './payment.ts';
import { finalStatuses } from './payment-state.ts';

export interface CreatePaymentInput {
  orderId: string;
  provider: string;
  currency: Currency;
  country: string;
  parts: readonly Part[];
}

/**
 * One live payment per order: asked again it answers the first, and finishes what a crash left half done. Another one
 * follows only when the first is over without money, or when the shopper chose another provider and the first was stopped.
 */
export async function createPayment(deps: Deps, input: CreatePaymentInput): Promise<Payment> {
  const { orderId, currency } = input;
  const provider = providerOf(deps, input.provider);
  const { allocations, lines } = await deps.commission.of(input.parts, deps.clock.now());
  const amount = allocations.reduce((sum, part) => sum + grossOf(part), 0);
  const payment = await live(deps, { ...input, provider: provider.code, amount, allocations, lines });
  if (payment.amount !== amount || payment.currency !== currency) throw paymentDiffers();
  if ((payment.providerRef && payment.clientSecret) || finalStatuses.includes(payment.status)) return payment;

  // Outside of any transaction; the provider answers the same payment for the same key.
  const created = await providerOf(deps, payment.provider).create({
    idempotencyKey: payment.id,
    paymentId: payment.id,
    orderId,
    amount,
    currency,
  });
  return deps.payments.setProvider(payment.id, created.providerRef, created.clientSecret, deps.clock.now());
}

interface Wanted extends Omit<CreatePaymentInput, 'parts'> {
  amount: number;
  allocations: Allocation[];
  lines: LineCommission[];
}

async function live(deps: Deps, wanted: Wanted): Promise<Payment> {
  const first = await insert(deps, wanted, `order:${wanted.orderId}`);
  if (first && isUsable(first, wanted.provider)) return first;
  // Somebody else may be at the same: what they made is found in the next round.
  for (let round = 0; round < 4; round += 1) {
    const all = await deps.payments.ofOrder(wanted.orderId);
    const current = all.find(({ status }) => isPaid(status)) ?? all.find(({ status }) => !isOver(status));
    if (current && isUsable(current, wanted.provider)) return current;
    if (current) {
      const stopped = await stopPayment(deps, current);
      if (isPaid(stopped.status)) return stopped;
    }
    const next = await insert(deps, wanted, `order:${wanted.orderId}:${all.length + 1}`);
    if (next && isUsable(next, wanted.provider)) return next;
  }
  throw paymentDiffers();
}

const isPaid = (status: Payment['status']) =>
  status === 'captured' || status === 'partially_refunded' || status === 'refunded';

const isOver = (status: Payment['status']) => status === 'cancelled' || status === 'failed';

const isUsable = ({ status, provider }: Payment, wanted: string) =>
  isPaid(status) || (provider === wanted && !isOver(status));

function insert(deps: Deps, wanted: Wanted, key: string): Promise<Payment | null> {
  const now = deps.clock.now();
  return deps.payments.insert({ ...wanted, id: newId(now.getTime()), key, now });
}
