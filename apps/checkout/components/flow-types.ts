import type { CardFields } from '../logic/card.ts';
import type { CheckoutChange } from '../logic/changes.ts';
import type { PaymentStep } from '../logic/payment-step.ts';
import type { Address, Checkout, Method, Money, Placed, SavedAddress, ShippingCode } from '../types.ts';
import type { Balances } from './use-balances.ts';

/** What stands between the shopper and the order, said once, at the top of the payment. */
export type Problem =
  | { kind: 'fields'; count: number }
  | { kind: 'declined'; code: string; message: string | null }
  | { kind: 'changed'; changes: CheckoutChange[] }
  | { kind: 'sold-out'; titles: string[] }
  | { kind: 'expired' }
  | { kind: 'undeliverable' }
  | { kind: 'waiting' }
  | { kind: 'balance-changed' }
  | { kind: 'update-failed' }
  | { kind: 'failed' };

export type Phase = 'loading' | 'editing' | 'placing' | 'confirming' | 'redirecting' | 'checking';

export type FieldName = 'email' | `address.${keyof Address}` | `card.${keyof CardFields}`;

/** Fields that a provider's own script draws. */
export interface ElementHandle {
  /** Before anything is placed. What is `incomplete` is said beside the fields; `unavailable`: the script has not come. */
  check: () => Promise<'complete' | 'incomplete' | 'unavailable'>;
  /** Pays with what was entered. */
  confirm: (payment: Placed['payment']) => Promise<PaymentStep>;
}

/** Everything the view shows and calls; the showcase makes one by hand. */
export interface Flow {
  checkout: Checkout;
  email: string;
  address: Address;
  card: CardFields;
  errors: Partial<Record<FieldName, string>>;
  phase: Phase;
  problem: Problem | null;
  placed: Placed | null;
  /** Totals are on their way. */
  updating: boolean;
  signedIn: boolean;
  savedAddresses: SavedAddress[];
  /** The saved address that is used; null for one that is typed. */
  chosenAddress: string | null;
  /** Ways to pay, and the one that is chosen. */
  methods: Method[];
  method: Method | undefined;
  /** What will be charged: the payment's own amount once there is one. Nothing is left when gift cards and credit cover all. */
  amount: Money;
  balances: Balances;
  /** Of an order that waits for its payment since before a reload: what gift cards and credit give to it. */
  coveredBefore: Money | null;
  setEmail: (email: string) => void;
  setAddress: (patch: Partial<Address>) => void;
  chooseAddress: (id: string | null) => void;
  setCard: (patch: Partial<CardFields>) => void;
  touch: (field: FieldName) => void;
  chooseMethod: (code: string) => void;
  /** An element of a provider says how it is paid with; null when it leaves the page. */
  registerElement: (handle: ElementHandle | null) => void;
  chooseShipping: (sellerId: string, code: ShippingCode) => void;
  submit: () => void;
}

export const busy = (phase: Phase): boolean => phase !== 'editing' && phase !== 'loading';

/** Stands for the address that is typed among the saved ones. */
export const otherAddress = 'other';

export const shippingCodeOf = (value: string): ShippingCode => (value === 'express' ? 'express' : 'standard');
