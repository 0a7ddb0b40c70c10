import { describePaymentProvider } from './provider.contract.ts';
import { fakeProvider } from './testing.ts';

const card = (number: string) => ({ number, expiry: '12/40', cvc: '123' });

describePaymentProvider('the fake', async () => {
  const provider = fakeProvider();
  const confirm = (providerRef: string, number: string) =>
    provider.confirmCard({ providerRef, card: card(number), returnUrl: '/checkout' });
  return {
    provider,
    pay: (ref) => confirm(ref, '4242424242424242'),
    async decline(ref) {
      await confirm(ref, '4000000000000002');
      return undefined;
    },
    lastWebhook: async (paymentId) => provider.webhook(paymentId),
  };
});
