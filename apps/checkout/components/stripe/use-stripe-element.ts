import { useApi } from '@mallhive/api-client';
import { useElements, useStripe } from '@stripe/react-stripe-js';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PaymentStep } from '../../logic/payment-step.ts';
import type { ElementHandle } from '../flow-types.ts';
import { returnedFlag } from '../use-place-and-pay.ts';
import { useReturnedPayment } from '../use-returned-payment.ts';

interface Choice {
  /** A card that Stripe keeps; null: what is typed. */
  savedId: string | null;
  save: boolean;
  signedIn: boolean;
}

/** How the checkout pays with Stripe: the fields are checked before the order is placed, the payment is confirmed after it. */
export function useStripeElement({ savedId, save, signedIn }: Choice): ElementHandle {
  const stripe = useStripe();
  const elements = useElements();
  const api = useApi();
  const { mutateAsync: claim } = useMutation(api.payments.claim.mutationOptions());
  const whatBecameOf = useReturnedPayment();
  return useMemo(
    () => ({
      async check() {
        if (!stripe || !elements) return 'unavailable';
        if (savedId) return 'complete';
        // Stripe shows what is wrong beside its own fields.
        return (await elements.submit()).error ? 'incomplete' : 'complete';
      },
      async confirm(payment): Promise<PaymentStep> {
        if (!stripe || !elements) return { go: 'wait' };
        const { id: paymentId, clientSecret } = payment;
        if (signedIn && (savedId || save)) await claim({ paymentId, clientSecret, save: save && !savedId });
        const { origin, pathname } = window.location;
        const confirmParams = { return_url: `${origin}${pathname}?${returnedFlag}=1` };
        const { error } = savedId
          ? await stripe.confirmPayment({
              clientSecret,
              confirmParams: { ...confirmParams, payment_method: savedId },
              redirect: 'if_required',
            })
          : await stripe.confirmPayment({ elements, clientSecret, confirmParams, redirect: 'if_required' });
        if (error?.type === 'card_error' || error?.type === 'validation_error') {
          const { code = 'card_declined', decline_code: declined, message } = error;
          return { go: 'retry', code: codes[declined ?? ''] ?? codes[code] ?? code, message: message ?? null };
        }
        return whatBecameOf(payment, true);
      },
    }),
    [stripe, elements, savedId, save, signedIn, claim, whatBecameOf],
  );
}

/** The words for which the shop has a sentence of its own. */
const codes: Record<string, string> = {
  insufficient_funds: 'insufficient_funds',
  expired_card: 'expired_card',
  payment_intent_authentication_failure: 'authentication_failed',
};
