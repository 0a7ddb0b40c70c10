import type { SavedMethods } from '@mallhive/payments/ports';
import type Stripe from 'stripe';
import { isGone } from './refusal.ts';
import { cardLabel } from './state.ts';

/** Cards that a person lets Stripe keep, under a customer there. */
export function savedCards(stripe: Stripe): SavedMethods {
  return {
    async customer({ userId }) {
      const made = await stripe.customers.create({ metadata: { userId } }, { idempotencyKey: `customer:${userId}` });
      return made.id;
    },

    async attach({ providerRef, customerRef, save }) {
      await stripe.paymentIntents.update(providerRef, {
        customer: customerRef,
        ...(save && { setup_future_usage: 'on_session' as const }),
      });
    },

    async list(customerRef) {
      const { data } = await stripe.paymentMethods.list({ customer: customerRef, type: 'card', limit: 20 });
      return data.flatMap(({ id, card }) => {
        if (!card) return [];
        const expires = `${String(card.exp_month).padStart(2, '0')}/${String(card.exp_year % 100).padStart(2, '0')}`;
        return [{ id, label: cardLabel(card), expires }];
      });
    },

    async remove({ customerRef, methodId }) {
      try {
        const method = await stripe.paymentMethods.retrieve(methodId);
        if (method.customer !== customerRef) return false;
        await stripe.paymentMethods.detach(methodId);
        return true;
      } catch (error) {
        if (isGone(error)) return false;
        throw error;
      }
    },

    async forget(customerRef) {
      try {
        await stripe.customers.del(customerRef);
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
}
