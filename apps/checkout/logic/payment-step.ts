import type { Confirmation } from '../types.ts';

/** Where the checkout goes after the provider has answered. */
export type PaymentStep =
  | { go: 'confirmation' }
  | { go: 'action'; url: string }
  | { go: 'wait' }
  | { go: 'retry'; code: string; message: string | null };

/**
 * `processing` counts as done: the confirmation page follows the payment to its end.
 * `actionUrl` is null when the status was read back after the second step.
 */
export function nextStep(
  answer: Pick<Confirmation, 'status' | 'failure'> & { actionUrl?: string | null },
): PaymentStep {
  switch (answer.status) {
    case 'authorised':
    case 'captured':
    case 'processing':
    case 'refunded':
    case 'partially_refunded':
      return { go: 'confirmation' };
    case 'requires_action':
      return answer.actionUrl ? { go: 'action', url: answer.actionUrl } : { go: 'wait' };
    case 'requires_method':
    case 'failed':
    case 'cancelled':
      return {
        go: 'retry',
        code: answer.failure?.code ?? (answer.status === 'cancelled' ? 'cancelled' : 'declined'),
        message: answer.failure?.message ?? null,
      };
  }
}
