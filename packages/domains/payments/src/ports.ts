import type { Currency } from '@mallhive/kernel';

/** Where a payment stands at its provider. `sequence` grows with every change there, so that old news can be told from new. */
export interface ProviderState {
  providerRef: string;
  status: 'requires_method' | 'requires_action' | 'processing' | 'succeeded' | 'cancelled';
  sequence: number;
  amount: number;
  currency: Currency;
  /** `visa 4242`. */
  card: string | null;
  /** Why the last attempt failed; null when it did not. */
  failure: { code: string; message: string } | null;
}

export interface ProviderEvent {
  /** The provider's own id: an event is taken once. */
  id: string;
  type: string;
  /** Our payment, as we named it when we created it there. Null: not about a payment. */
  paymentId: string | null;
  state: ProviderState | null;
}

/** One payment provider: the built-in test provider, Stripe, PayPal. Throws for faults; outcomes are states. */
export interface PaymentProvider {
  readonly code: string;
  readonly name: string;
  readonly publishableKey: string | null;
  /** The same key again answers the first payment. */
  create(input: {
    idempotencyKey: string;
    paymentId: string;
    orderId: string;
    amount: number;
    currency: Currency;
  }): Promise<ProviderState & { clientSecret: string }>;
  retrieve(providerRef: string): Promise<ProviderState>;
  /** Answers `succeeded` when the money was faster. */
  cancel(providerRef: string): Promise<ProviderState>;
  /** The same key again answers the first refund. */
  refund(input: { idempotencyKey: string; providerRef: string; amount: number }): Promise<{ refundRef: string }>;
  /** Checks the signature of the raw body before anything of it is read. Null when it is forged, altered or too old. */
  verifyWebhook(rawBody: string, headers: Readonly<Record<string, string | undefined>>): ProviderEvent | null;
}

/** A provider whose card form is ours: only the test provider. */
export interface CardProvider extends PaymentProvider {
  confirmCard(input: {
    providerRef: string;
    card: { number: string; expiry: string; cvc: string };
    returnUrl: string;
  }): Promise<ProviderState & { actionUrl: string | null }>;
}

/** Told in-process as soon as the money is ours, so that the browser's return finds the order paid. The event says it again. */
export interface PaidOrders {
  paymentCaptured(input: {
    orderId: string;
    paymentId: string;
    provider: string;
    amount: number;
    currency: Currency;
  }): Promise<unknown>;
}
