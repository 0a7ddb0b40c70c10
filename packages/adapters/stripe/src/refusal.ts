import Stripe from 'stripe';

/** What Stripe says when a payment is past what was asked of it. Anything else may be a fault that goes away. */
const refusals: readonly (string | undefined)[] = [
  'payment_intent_unexpected_state',
  'charge_expired_for_capture',
  'charge_already_captured',
  'charge_already_refunded',
  'amount_too_large',
  'amount_too_small',
];

/** Thrown when the payment cannot be captured or cancelled, and never will be. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof Stripe.errors.StripeCardError) return true;
  return error instanceof Stripe.errors.StripeInvalidRequestError && refusals.includes(error.code);
}

/** Thrown for what does not exist there (any more). */
export function isGone(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404;
}
