import type { Currency } from '@mallhive/kernel';

export type { DocumentPrinter, StatementDocument } from './payouts/ports.ts';

/**
 * Where a payment stands at its provider. `sequence` (an integer of 31 bits) grows with every change there, so that old news
 * can be told from new.
 */
export interface ProviderState {
  /** The provider's name for the payment: what `capture`, `cancel` and `refund` are asked with, from beginning to end. */
  providerRef: string;
  /**
   * `approved`: the shopper agreed, and the provider waits for `authorise`. `authorised`: the money is held and waits for
   * `capture`. `succeeded`: it is ours.
   */
  status: 'requires_method' | 'requires_action' | 'processing' | 'approved' | 'authorised' | 'succeeded' | 'cancelled';
  sequence: number;
  /** Minor units: what is asked for; from `authorised` on what is held; when `succeeded` what was captured. */
  amount: number;
  currency: Currency;
  /** `Visa 4242`, or however the provider names the means of payment. */
  card: string | null;
  /** What the provider keeps, minor units, when it says so. */
  fee?: number | null;
  /** Why the last attempt failed; null when it did not. `code` is a stable word (`card_declined`), `message` is for the shopper. */
  failure: { code: string; message: string } | null;
}

export interface ProviderEvent {
  /** The provider's own id: an event is taken once. */
  id: string;
  type: string;
  /** Our payment, as we named it when we created it there. Null: not about a payment. */
  paymentId: string | null;
  /** Null with a `paymentId`: the message does not say it all, the provider is asked when the event is processed. */
  state: ProviderState | null;
  /** News of a refund that was taken before and did not arrive after all: the provider has the money back. */
  lostRefund?: { refundRef: string; reason: string } | undefined;
  /** A seller's account there has news; the provider is asked which. */
  accountRef?: string | undefined;
}

/** One payment provider: the built-in test provider, Stripe, PayPal. Throws for faults; outcomes are states. */
export interface PaymentProvider {
  readonly code: string;
  readonly name: string;
  /** What its script in the browser is opened with. Never a secret. */
  readonly publishableKey: string | null;
  /**
   * Opens a payment whose money is held first and taken by `capture`. The same key again answers the first payment.
   * `clientSecret` is all that a browser needs to pay this one payment (at least ten characters, not to be guessed).
   */
  create(input: {
    idempotencyKey: string;
    paymentId: string;
    orderId: string;
    amount: number;
    currency: Currency;
  }): Promise<ProviderState & { clientSecret: string }>;
  retrieve(providerRef: string): Promise<ProviderState>;
  /**
   * Where the shopper agrees on a page of the provider: the page's address. It comes back to `returnUrl`, which has to be a
   * path of the shop or on one of its origins. Left out where the browser pays with the client secret alone.
   */
  startApproval?(input: { providerRef: string; returnUrl: string }): Promise<{ actionUrl: string }>;
  /**
   * Holds the money of an `approved` payment; the same key again answers the first try. Left out where the browser's own
   * confirmation does it. Answers `requires_method` with a failure when it is refused.
   */
  authorise?(input: { idempotencyKey: string; providerRef: string }): Promise<ProviderState>;
  /**
   * Takes the whole of an authorised payment. The same key again (and another one after it) answers `succeeded` without
   * taking anything twice. Any other status answered means that it cannot be captured and never will be: cancelled before,
   * hold run out, refused. Throws when it is not known whether it happened; asking again with the same key tells.
   */
  capture(input: { idempotencyKey: string; providerRef: string; amount: number }): Promise<ProviderState>;
  /** Ends what is open and lets go of what is held. Answers `succeeded` when the money was faster. */
  cancel(providerRef: string): Promise<ProviderState>;
  /** A part or the rest of what was captured, as often as there is something left. The same key again answers the first refund. Throws when more would go back than came in. */
  refund(input: { idempotencyKey: string; providerRef: string; amount: number }): Promise<{ refundRef: string }>;
  /** Checks the signature of the raw body before anything of it is read. Null when it is forged, altered or too old. May ask the provider. */
  verifyWebhook(
    rawBody: string,
    headers: Readonly<Record<string, string | undefined>>,
  ): ProviderEvent | null | Promise<ProviderEvent | null>;
  /** Means of payment that a person lets us keep there. Left out: none. */
  readonly saved?: SavedMethods;
  /** Money on to sellers. Left out: payouts are made by hand. */
  readonly transfers?: Transfers;
}

export interface SavedMethod {
  id: string;
  /** `Visa 4242`. */
  label: string;
  /** `08/29`; null for what does not expire. */
  expires: string | null;
}

/** Kept at the provider under its name for the person; we keep only that name. */
export interface SavedMethods {
  /** The provider's name for a person, made on first use. The same person again answers the same. */
  customer(input: { userId: string }): Promise<string>;
  /** The payment is this person's; with `save` what it is paid with is kept for the next time. Before it is confirmed. */
  attach(input: { providerRef: string; customerRef: string; save: boolean }): Promise<void>;
  list(customerRef: string): Promise<SavedMethod[]>;
  /** False when it is not this person's, or gone. */
  remove(input: { customerRef: string; methodId: string }): Promise<boolean>;
  /** Forgets the person and everything kept. Repeating is harmless. */
  forget(customerRef: string): Promise<void>;
}

/** Money on to a seller's account at the provider. Amounts in minor units. */
export interface Transfers {
  /**
   * The same key again answers the first transfer. `group` names what it belongs to; `providerRef` the payment whose money
   * it is (null: our balance there).
   */
  send(input: {
    idempotencyKey: string;
    accountRef: string;
    amount: number;
    currency: Currency;
    group: string;
    providerRef: string | null;
  }): Promise<{ transferRef: string }>;
  /** Takes back a part or all of a transfer; the same key again answers the first. Throws when more would come back than went. */
  reverse(input: { idempotencyKey: string; transferRef: string; amount: number }): Promise<{ reversalRef: string }>;
  /** Whether the account can be paid out to. */
  ready(accountRef: string): Promise<boolean>;
  /** Opens accounts for sellers. Left out: they name one that they have. */
  readonly onboarding?: Onboarding;
}

/** Accounts that the shop opens for sellers; what the provider has to know of them they tell it on its own pages. */
export interface Onboarding {
  /** What sellers know the provider as: `Stripe`. */
  readonly name: string;
  /** The same seller again answers the same account, for a day at least. */
  open(input: { sellerId: string }): Promise<{ accountRef: string }>;
  /**
   * A page for the seller, good once and for some minutes. It comes back to `returnUrl`, an address of the shop, whether
   * everything was told, nothing, or the page had run out. BAD_REQUEST `return_url_invalid`.
   */
  page(input: { accountRef: string; returnUrl: string }): Promise<{ url: string }>;
}

/** A provider whose card form is ours: only the test provider. */
export interface CardProvider extends PaymentProvider {
  confirmCard(input: {
    providerRef: string;
    card: { number: string; expiry: string; cvc: string };
    returnUrl: string;
  }): Promise<ProviderState & { actionUrl: string | null }>;
}

/** The orders, asked and told in-process. */
export interface PaidOrders {
  /**
   * Asked before money that is only held is taken. True: the order waits for exactly this, and its units are still its own
   * (taken again where their time was over). False lets the money go.
   */
  awaitsPayment(input: { orderId: string; paymentId: string; amount: number; currency: Currency }): Promise<boolean>;
  /** Told as soon as the money is ours, so that the browser's return finds the order paid. The event says it again. */
  paymentCaptured(input: {
    orderId: string;
    paymentId: string;
    provider: string;
    amount: number;
    currency: Currency;
  }): Promise<unknown>;
}
