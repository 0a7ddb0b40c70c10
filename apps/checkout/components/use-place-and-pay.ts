import { refusalOf, useApi } from '@mallhive/api-client';
import { tell } from '@mallhive/federation/tell';
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CardFields } from '../logic/card.ts';
import { checkoutChanges, titlesOf } from '../logic/changes.ts';
import { nextStep, type PaymentStep } from '../logic/payment-step.ts';
import type { Address, Checkout, Method, PayWith, Placed } from '../types.ts';
import type { ElementHandle, Problem } from './flow-types.ts';

/** How a page of a provider sends the browser back; relative to where the checkout was opened. */
export const returnedFlag = 'returned';

/** What was agreed on cannot be given any more; the page asks again what there is. */
const balanceRefusals = ['balance_changed', 'gift_card_unknown', 'covers_too_much', 'credit_needs_account'];

interface Reread {
  reload: () => Promise<Checkout>;
  startAgain: () => Promise<Checkout>;
}

/** What is paid with: the fields of our card form, a page of the provider, or an element of it. */
interface Means {
  kind: Method['kind'];
  card: CardFields;
  element: ElementHandle | null;
}

const isPaid = ({ status }: Placed['payment']) => status === 'captured' || status.endsWith('refunded');

/** The two calls of a purchase. Both may be repeated: the checkout's id makes one order, its payment is one payment. */
export function usePlaceAndPay({ reload, startAgain }: Reread) {
  const api = useApi();
  const { mutateAsync: placeOrder } = useMutation(api.orders.place.mutationOptions());
  const { mutateAsync: confirm } = useMutation(api.payments.confirmTest.mutationOptions());
  const { mutateAsync: startApproval } = useMutation(api.payments.startApproval.mutationOptions());

  const place = useCallback(
    async (
      checkout: Checkout,
      email: string,
      address: Address,
      provider: string,
      payWith: PayWith,
    ): Promise<Placed | Problem> => {
      tell({ type: 'checkout_step', step: 'payment' });
      try {
        return await placeOrder({
          checkoutId: checkout.id,
          revision: checkout.revision,
          email: email.trim(),
          shippingAddress: address,
          provider,
          ...(payWith && { payWith }),
        });
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal?.reason === 'checkout_changed') {
          return { kind: 'changed', changes: checkoutChanges(checkout, await reload()) };
        }
        if (balanceRefusals.includes(refusal?.reason ?? '')) return { kind: 'balance-changed' };
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
    async (payment: Placed['payment'], { kind, card, element }: Means): Promise<PaymentStep> => {
      // The money of another try was faster.
      if (isPaid(payment)) return { go: 'confirmation' };
      if (kind === 'element') return element ? element.confirm(payment) : { go: 'wait' };
      const { origin, pathname } = window.location;
      const { id: paymentId, clientSecret } = payment;
      const input = { paymentId, clientSecret, returnUrl: `${origin}${pathname}?${returnedFlag}=1` };
      return nextStep(await (kind === 'redirect' ? startApproval(input) : confirm({ ...input, card })));
    },
    [confirm, startApproval],
  );

  return { place, pay };
}
