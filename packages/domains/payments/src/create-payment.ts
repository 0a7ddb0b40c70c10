import { type Currency, newId } from '@mallhive/kernel';
import { stopPayment } from './cancel-payment.ts';
import type { LineCommission, Part } from './commission/commission-of.ts';
import { type Deps, providerOf } from './deps.ts';
import { paymentDiffers } from './errors.ts';
import { balanceCode } from './gift-cards/balance-provider.ts';
import { type InstrumentPart, type InstrumentsInput, resolveInstruments } from './gift-cards/resolve-instruments.ts';
import { type Allocation, grossOf } from './ledger/part.ts';
import { dueOf, type Payment } from './payment.ts';
import { finalStatuses } from './payment-state.ts';
import { settlePayment } from './settle-payment.ts';

export interface CreatePaymentInput {
  orderId: string;
  provider: string;
  currency: Currency;
  country: string;
  parts: readonly Part[];
  /** Gift cards and credit that give a part of it; without them the provider is asked for all. */
  instruments?: InstrumentsInput | null;
}

/**
 * One live payment per order: asked again it answers the first, and finishes what a crash left half done. Another one
 * follows only when the first is over without money, or when the shopper chose another provider and the first was stopped.
 */
export async function createPayment(deps: Deps, input: CreatePaymentInput): Promise<Payment> {
  const { orderId, currency } = input;
  const chosen = providerOf(deps, input.provider);
  const { allocations, lines } = await deps.commission.of(input.parts, deps.clock.now());
  const amount = allocations.reduce((sum, part) => sum + grossOf(part), 0);
  const instruments = await resolveInstruments(deps, input.instruments, { amount, currency });
  const due = instruments.reduce((left, part) => left - part.amount, amount);
  const provider = due > 0 ? chosen.code : balanceCode;
  const payment = await live(deps, { ...input, provider, amount, allocations, lines, instruments });
  if (payment.amount !== amount || payment.currency !== currency) throw paymentDiffers();
  if ((payment.providerRef && payment.clientSecret) || finalStatuses.includes(payment.status)) return payment;

  // Outside of any transaction; the provider answers the same payment for the same key.
  const created = await providerOf(deps, payment.provider).create({
    idempotencyKey: payment.id,
    paymentId: payment.id,
    orderId,
    amount: dueOf(payment),
    currency,
  });
  const { providerRef, clientSecret } = created;
  const open = await deps.payments.setProvider(payment.id, providerRef, clientSecret, deps.clock.now());
  // Nothing is left to be asked for.
  return created.status === 'authorised' ? (await settlePayment(deps, open.id, created)).payment : open;
}

interface Wanted extends Omit<CreatePaymentInput, 'parts' | 'instruments'> {
  instruments: InstrumentPart[];
  amount: number;
  allocations: Allocation[];
  lines: LineCommission[];
}

async function live(deps: Deps, wanted: Wanted): Promise<Payment> {
  const first = await insert(deps, wanted, `order:${wanted.orderId}`);
  if (first && (await isUsable(deps, first, wanted))) return first;
  // Somebody else may be at the same: what they made is found in the next round.
  for (let round = 0; round < 4; round += 1) {
    const all = await deps.payments.ofOrder(wanted.orderId);
    const current = all.find(({ status }) => isPaid(status)) ?? all.find(({ status }) => !isOver(status));
    if (current && (await isUsable(deps, current, wanted))) return current;
    if (current) {
      const stopped = await stopPayment(deps, current);
      if (isPaid(stopped.status)) return stopped;
    }
    const next = await insert(deps, wanted, `order:${wanted.orderId}:${all.length + 1}`);
    if (next && (await isUsable(deps, next, wanted))) return next;
  }
  throw paymentDiffers();
}

const isPaid = (status: Payment['status']) =>
  status === 'captured' || status === 'partially_refunded' || status === 'refunded';

const isOver = (status: Payment['status']) => status === 'cancelled' || status === 'failed';

async function isUsable(deps: Deps, payment: Payment, { provider, instruments }: Wanted): Promise<boolean> {
  if (isPaid(payment.status)) return true;
  if (payment.provider !== provider || isOver(payment.status)) return false;
  if (payment.covered === 0) return instruments.length === 0;
  const held = await deps.instruments.ofPayment(payment.id);
  const same = instruments.filter((part) =>
    held.some(({ instrumentId, amount }) => instrumentId === part.instrumentId && amount === part.amount),
  );
  return same.length === held.length && same.length === instruments.length;
}

function insert(deps: Deps, wanted: Wanted, key: string): Promise<Payment | null> {
  const now = deps.clock.now();
  return deps.payments.insert({ ...wanted, id: newId(now.getTime()), key, now });
}
