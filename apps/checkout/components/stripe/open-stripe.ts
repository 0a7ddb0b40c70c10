import type { Stripe, StripeElementLocale } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';

let opened: { key: string; stripe: Promise<Stripe | null> } | null = null;

/** Stripe's script comes from Stripe itself, once a page. Null when it cannot be had; a later call tries again. */
export function openStripe(key: string, locale: string): Promise<Stripe | null> {
  if (opened?.key === key) return opened.stripe;
  const stripe = loadStripe(key, { locale: locale as StripeElementLocale }).catch(() => {
    opened = null;
    return null;
  });
  opened = { key, stripe };
  return stripe;
}
