import { useApi } from '@mallhive/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { nextStep, type PaymentStep } from '../logic/payment-step.ts';
import type { Placed } from '../types.ts';

const patience = [0, 1_000, 2_000, 3_000] as const;

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Asks what became of a payment; for a few seconds when it is `deciding`, as the provider may be when the browser is back. */
export function useReturnedPayment(): (payment: Placed['payment'], deciding: boolean) => Promise<PaymentStep> {
  const api = useApi();
  const queries = useQueryClient();
  return useCallback(
    async (payment, deciding) => {
      let step: PaymentStep = { go: 'wait' };
      for (const wait of deciding ? patience : patience.slice(0, 1)) {
        await after(wait);
        const answer = await queries.fetchQuery(
          api.payments.status.queryOptions(
            { paymentId: payment.id, clientSecret: payment.clientSecret },
            { staleTime: 0, retry: 2 },
          ),
        );
        // Not tried yet (the page was reloaded before the card was sent): nothing to report, the form is right.
        if (answer.status === 'requires_method' && !answer.failure) return { go: 'wait' };
        step = nextStep(answer);
        if (step.go !== 'wait') return step;
      }
      return step;
    },
    [api, queries],
  );
}
