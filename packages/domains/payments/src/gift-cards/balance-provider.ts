import { newToken } from '@mallhive/kernel';
import type { PaymentRepository } from '../payment.repository.ts';
import type { Payment } from '../payment.ts';
import type { PaymentProvider, ProviderState } from '../ports.ts';

/** What pays an order that gift cards and credit cover wholly: nobody outside is asked. Never offered to choose. */
export const balanceCode = 'balance';

const prefix = 'balance:';

/** Our own row is all it knows: held from the beginning, so that such a payment goes the way of every other one. */
export function balanceProvider(payments: Pick<PaymentRepository, 'byId'>): PaymentProvider {
  const stateOf = (ref: string, payment: Payment | null, wanted: ProviderState['status']): ProviderState => ({
    providerRef: ref,
    status: settled(payment) ?? wanted,
    sequence: 1,
    amount: 0,
    currency: payment?.currency ?? 'GBP',
    card: null,
    failure: null,
  });
  const ask = async (ref: string, wanted: ProviderState['status']) =>
    stateOf(ref, await payments.byId(ref.slice(prefix.length)), wanted);
  return {
    code: balanceCode,
    name: 'Gift cards and credit',
    publishableKey: null,
    create: async ({ paymentId }) => {
      const ref = prefix + paymentId;
      return { ...(await ask(ref, 'authorised')), clientSecret: newToken() };
    },
    retrieve: (ref) => ask(ref, 'authorised'),
    capture: ({ providerRef }) => ask(providerRef, 'succeeded'),
    cancel: (ref) => ask(ref, 'cancelled'),
    refund: () => Promise.reject(new Error('What a gift card gave goes back to it, not to a provider')),
    verifyWebhook: () => null,
  };
}

function settled(payment: Payment | null): 'succeeded' | 'cancelled' | null {
  if (!payment || payment.status === 'cancelled') return 'cancelled';
  const paid =
    payment.status === 'captured' || payment.status === 'partially_refunded' || payment.status === 'refunded';
  return paid ? 'succeeded' : null;
}
