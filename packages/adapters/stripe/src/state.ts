import { currencySchema } from '@mallhive/kernel';
import type { ProviderState } from '@mallhive/payments/ports';
import type Stripe from 'stripe';

/** For every call that answers a payment: with what it was paid. */
export const withCard = { expand: ['payment_method'] };

const statuses: Record<string, ProviderState['status'] | undefined> = {
  requires_payment_method: 'requires_method',
  requires_confirmation: 'requires_method',
  requires_action: 'requires_action',
  processing: 'processing',
  requires_capture: 'authorised',
  succeeded: 'succeeded',
  canceled: 'cancelled',
};

/** How far a payment is, for news of the same second. */
const rank: Record<ProviderState['status'], number> = {
  requires_method: 0,
  requires_action: 1,
  processing: 2,
  approved: 2,
  authorised: 3,
  succeeded: 3,
  cancelled: 3,
};

/** 2026-01-01: four steps a second from there fit into 31 bits until 2043. */
const epoch = Date.UTC(2026, 0, 1) / 1000;

/** Stripe counts no changes, so the time at which it was asked stands for them. */
function sequenceOf(status: ProviderState['status'], failed: boolean, asked: Date): number {
  return (Math.floor(asked.getTime() / 1000) - epoch) * 4 + (failed ? 2 : rank[status]);
}

/** Our words for Stripe's, where the shop has a sentence of its own. */
const codes: Record<string, string> = {
  payment_intent_authentication_failure: 'authentication_failed',
  setup_intent_authentication_failure: 'authentication_failed',
};

function failureOf({ status, last_payment_error: error }: Stripe.PaymentIntent): ProviderState['failure'] {
  if (!error || status !== 'requires_payment_method') return null;
  const { code = 'card_declined', decline_code: declined, message = 'The payment did not go through.' } = error;
  const known = declined === 'insufficient_funds' || declined === 'expired_card' ? declined : code;
  return { code: codes[known] ?? known, message };
}

const brands: Record<string, string> = {
  amex: 'American Express',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
};

export function cardLabel({ brand, last4 }: { brand: string; last4: string }): string {
  return `${brands[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1)} ${last4}`;
}

function amountOf(intent: Stripe.PaymentIntent): number {
  if (intent.status === 'requires_capture') return intent.amount_capturable;
  return intent.status === 'succeeded' ? intent.amount_received : intent.amount;
}

/** What the domain may know of a payment. `asked` is when the call began that answered it. */
export function stateOf(intent: Stripe.PaymentIntent, asked: Date): ProviderState {
  // A status of the future is one to wait for.
  const status = statuses[intent.status] ?? 'processing';
  const failure = failureOf(intent);
  const method = typeof intent.payment_method === 'object' ? intent.payment_method : null;
  return {
    providerRef: intent.id,
    status,
    sequence: sequenceOf(status, failure !== null, asked),
    amount: amountOf(intent),
    currency: currencySchema.parse(intent.currency.toUpperCase()),
    card: method?.card ? cardLabel(method.card) : null,
    failure,
  };
}
