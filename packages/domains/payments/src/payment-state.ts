import type { PaymentStatus } from './contract.ts';
import type { ProviderState } from './ports.ts';

export type PaymentEvent =
  | 'attempt_failed'
  | 'action_required'
  | 'processing_started'
  | 'authorised'
  | 'succeeded'
  | 'cancelled';

/**
 * What each piece of news does to a payment. No entry: it changes nothing.
 * `cancelled` still becomes `captured`: when the money was faster than our cancelling it is ours to send back.
 */
export const paymentTransitions: Record<PaymentStatus, Partial<Record<PaymentEvent, PaymentStatus>>> = {
  requires_method: {
    attempt_failed: 'requires_method',
    action_required: 'requires_action',
    processing_started: 'processing',
    authorised: 'authorised',
    succeeded: 'captured',
    cancelled: 'cancelled',
  },
  requires_action: {
    attempt_failed: 'requires_method',
    processing_started: 'processing',
    authorised: 'authorised',
    succeeded: 'captured',
    cancelled: 'cancelled',
  },
  processing: {
    attempt_failed: 'requires_method',
    authorised: 'authorised',
    succeeded: 'captured',
    cancelled: 'cancelled',
  },
  authorised: { succeeded: 'captured', cancelled: 'cancelled' },
  failed: { succeeded: 'captured' },
  cancelled: { succeeded: 'captured' },
  captured: {},
  partially_refunded: {},
  refunded: {},
};

export const finalStatuses: readonly PaymentStatus[] = ['captured', 'partially_refunded', 'refunded', 'cancelled'];

const lasting: readonly PaymentEvent[] = ['authorised', 'succeeded', 'cancelled'];

/** The event that a provider's state amounts to; null when it says nothing new. */
export function eventOf(state: ProviderState): PaymentEvent | null {
  if (state.status === 'succeeded') return 'succeeded';
  if (state.status === 'authorised') return 'authorised';
  if (state.status === 'cancelled') return 'cancelled';
  if (state.status === 'requires_action') return 'action_required';
  if (state.status === 'processing') return 'processing_started';
  return state.failure ? 'attempt_failed' : null;
}

/**
 * Where news moves a payment, or why it does not. What cannot be undone at the provider (a hold, a capture, an end) counts
 * whenever it is heard of; anything else only when it is newer than what we know.
 */
export function advance(
  payment: { status: PaymentStatus; sequence: number },
  state: ProviderState,
):
  | { ok: true; event: PaymentEvent; status: PaymentStatus }
  | { ok: false; reason: 'no_news' | 'old_news' | 'not_applicable' } {
  const event = eventOf(state);
  if (!event) return { ok: false, reason: 'no_news' };
  if (!lasting.includes(event) && state.sequence <= payment.sequence) return { ok: false, reason: 'old_news' };
  const status = paymentTransitions[payment.status][event];
  if (!status) return { ok: false, reason: 'not_applicable' };
  return { ok: true, event, status };
}
