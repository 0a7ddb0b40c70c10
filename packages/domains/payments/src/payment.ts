import type { Currency } from '@mallhive/kernel';
import type { PaymentStatus } from './contract.ts';
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
  refunded: number;
  currency: Currency;
  country: string;
  card: string | null;
  failureCode: string | null;
  failureMessage: string | null;
  sequence: number;
  allocations: Allocation[];
}

export function failureOf(payment: Payment): { code: string; message: string } | null {
  if (!payment.failureCode) return null;
  return { code: payment.failureCode, message: payment.failureMessage ?? 'The payment did not go through.' };
}
