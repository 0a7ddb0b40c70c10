import { randomBytes } from 'node:crypto';
import type { Amount } from './amounts.ts';

/** How the shopper's choice on the approval page works out when the money is asked for. */
export type Funding = 'works' | 'declined' | 'in_review';

export interface Order {
  id: string;
  intent: string;
  status: 'CREATED' | 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED';
  units: number;
  currency: string;
  referenceId: string;
  customId: string | undefined;
  invoiceId: string | undefined;
  description: string | undefined;
  brand: string | undefined;
  returnUrl: string | undefined;
  cancelUrl: string | undefined;
  /** Asked for with a wallet: links are named `payer-action`, else `approve`. */
  wallet: boolean;
  funding: Funding;
  payer: { payer_id: string; email_address: string } | null;
  authorizationId: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface Authorization {
  id: string;
  orderId: string;
  status: 'CREATED' | 'CAPTURED' | 'DENIED' | 'PARTIALLY_CAPTURED' | 'VOIDED' | 'PENDING';
  units: number;
  captured: number;
  currency: string;
  customId: string | undefined;
  invoiceId: string | undefined;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
}

export interface Capture {
  id: string;
  authorizationId: string;
  orderId: string;
  status: 'COMPLETED' | 'PENDING' | 'DECLINED' | 'PARTIALLY_REFUNDED' | 'REFUNDED';
  units: number;
  refunded: number;
  currency: string;
  customId: string | undefined;
  invoiceId: string | undefined;
  final: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface Refund {
  id: string;
  captureId: string;
  orderId: string;
  status: 'COMPLETED' | 'PENDING';
  units: number;
  currency: string;
  customId: string | undefined;
  createdAt: string;
}

/** Everything that the fake remembers. */
export function createBooks() {
  return {
    orders: new Map<string, Order>(),
    authorizations: new Map<string, Authorization>(),
    captures: new Map<string, Capture>(),
    refunds: new Map<string, Refund>(),
  };
}
export type Books = ReturnType<typeof createBooks>;

/** Seventeen capitals and digits, as PayPal's own. */
export const newId = () => [...randomBytes(17)].map((byte) => '0123456789ABCDEFGHJKLMNPQRSTUVWX'[byte % 32]).join('');

export const now = () => new Date().toISOString();

/** Changes are told apart by their time, and two of them may come within one millisecond. */
export function touched(before: string): string {
  return new Date(Math.max(Date.now(), Date.parse(before) + 1)).toISOString();
}

export const moneyField = (amount: unknown): Amount | undefined => amount as Amount | undefined;
