import { refusalOf, useApi } from '@mallhive/api-client';
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CardFields } from '../logic/card.ts';
import { checkoutChanges, titlesOf } from '../logic/changes.ts';
import { nextStep, type PaymentStep } from '../logic/payment-step.ts';
import type { Address, Checkout, Placed } from '../types.ts';
import type { Problem } from './flow-types.ts';

/** Where the second step sends the browser back to; relative to where the checkout was opened. */
export const returnedFlag = 'returned';

interface Reread {
  reload: () => Promise<Checkout>;
  startAgain: () => Promise<Checkout>;
}

/** The two calls of a purchase. Both may be repeated: the checkout's id makes one order, its payment is one payment. */
export function usePlaceAndPay({ reload, startAgain }: Reread) {
  const api = useApi();
  const { mutateAsync: placeOrder } = useMutation(api.orders.place.mutationOptions());
  const { mutateAsync: confirm } = useMutation(api.payments.confirmTest.mutationOptions());

  const place = useCallback(
    async (checkout: Checkout, email: string, address: Address): Promise<Placed | Problem> => {
      try {
        return await placeOrder({
          checkoutId: checkout.id,
          revision: checkout.revision,
          email: email.trim(),
          shippingAddress: address,
          provider: 'test',
        });
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal?.reason === 'checkout_changed') {
          return { kind: 'changed', changes: checkoutChanges(checkout, await reload()) };
        }
        if (refusal?.reason === 'stock_insufficient') {
          const named = refusal.details.variantIds;
          return { kind: 'sold-out', titles: titlesOf(checkout, Array.isArray(named) ? named.map(String) : []) };
        }
        if (refusal?.reason === 'checkout_expired') {
          await startAgain();
          return { kind: 'expired' };
        }
        throw error;
      }
    },
    [placeOrder, reload, startAgain],
  );

  const pay = useCallback(
    async (payment: Placed['payment'], card: CardFields): Promise<PaymentStep> => {
      const { origin, pathname } = window.location;
      return nextStep(
        await confirm({
          paymentId: payment.id,
          clientSecret: payment.clientSecret,
          card,
          returnUrl: `${origin}${pathname}?${returnedFlag}=1`,
        }),
      );
    },
    [confirm],
  );

  return { place, pay };
}
