import type { Currency } from '@mallhive/kernel';
import type { ProviderState } from '@mallhive/payments/ports';
import type { Intent } from './store.ts';

/** What the shop may know of an intent; also what an event carries. */
export function stateOf(intent: Omit<Intent, 'client_secret' | 'return_url'>): ProviderState {
  const { ref, status, attempt, amount, currency, card, failure_code, failure_message } = intent;
  const failure = failure_code ? { code: failure_code, message: failure_message ?? 'The payment failed.' } : null;
  return { providerRef: ref, status, sequence: attempt, amount, currency: currency as Currency, card, failure };
}
