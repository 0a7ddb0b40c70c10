import type { Currency } from '@mallhive/kernel';
import type { PaymentStatus } from './contract.ts';
import type { Hold } from './gift-cards/instrument.ts';
import type { Allocation } from './ledger/part.ts';

/** A payment as stored. */
export interface Payment {
  id: string;
  orderId: string;
  provider: string;
  providerRef: string | null;
  clientSecret: string | null;
  status: PaymentStatus;
  amount: number;
  /** Of it: what gift cards and credit give; the provider is asked for the rest. */
  covered: number;
  refunded: number;
  currency: Currency;
  country: string;
  card: string | null;
  failureCode: string | null;
  failureMessage: string | null;
  sequence: number;
  allocations: Allocation[];
}

/** What the provider is asked for. */
export const dueOf = ({ amount, covered }: Pick<Payment, 'amount' | 'covered'>): number => amount - covered;

/** With what gift cards and credit gave. */
export interface PaymentWithParts extends Payment {
  parts: Pick<Hold, 'kind' | 'last4' | 'amount' | 'status'>[];
}

export function failureOf(payment: Payment): { code: string; message: string } | null {
  if (!payment.failureCode) return null;
  return { code: payment.failureCode, message: payment.failureMessage ?? 'The payment did not go through.' };
}
