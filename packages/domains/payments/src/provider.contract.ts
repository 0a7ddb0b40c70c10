import { newId } from '@mallhive/kernel';
import { describe, expect, it } from 'vitest';
import type { PaymentProvider } from './ports.ts';

/** What the contract needs besides the port: a shopper, and the provider's own way of telling the shop. */
export interface ProviderUnderTest {
  provider: PaymentProvider;
  /** The shopper pays with a card that works. */
  pay(providerRef: string): Promise<unknown>;
  /** The shopper tries a card that is declined. */
  decline(providerRef: string): Promise<unknown>;
  /** The last webhook about the payment, as the provider sends it. */
  lastWebhook(paymentId: string): Promise<{ body: string; headers: Record<string, string> }>;
}

/** What every payment provider does, fake or real. Run it with each. */
export function describePaymentProvider(name: string, create: () => Promise<ProviderUnderTest>): void {
  describe(`payment provider: ${name}`, () => {
    async function opened(amount = 2_195) {
      const subject = await create();
      const paymentId = newId();
      const input = { idempotencyKey: newId(), paymentId, orderId: newId(), amount, currency: 'GBP' } as const;
      const payment = await subject.provider.create(input);
      return { ...subject, input, paymentId, payment, ref: payment.providerRef };
    }
    const refund = (providerRef: string, amount: number, idempotencyKey: string = newId()) => ({
      idempotencyKey,
      providerRef,
      amount,
    });

    it('opens a payment of exactly the amount, once per key, also when asked eight times at once', async () => {
      const { provider, input, payment } = await opened();
      expect(payment).toMatchObject({ status: 'requires_method', amount: 2_195, currency: 'GBP', failure: null });
      expect(payment.clientSecret).not.toBe('');
      const again = await Promise.all(Array.from({ length: 8 }, () => provider.create(input)));
      expect(new Set(again.map(({ providerRef }) => providerRef))).toEqual(new Set([payment.providerRef]));
    });

    it('says where a payment stands, and that it does not know another', async () => {
      const { provider, ref, pay } = await opened();
      const before = await provider.retrieve(ref);
      await pay(ref);
      const after = await provider.retrieve(ref);
      expect(after).toMatchObject({ providerRef: ref, status: 'succeeded', amount: 2_195, failure: null });
      expect(after.sequence).toBeGreaterThan(before.sequence);
      await expect(provider.retrieve(`${ref}x`)).rejects.toThrow();
    });

    it('keeps a declined payment open with the reason, and takes the next card', async () => {
      const { provider, ref, decline, pay } = await opened();
      await decline(ref);
      const declined = await provider.retrieve(ref);
      expect(declined.status).toBe('requires_method');
      expect(declined.failure?.code).not.toBe('');
      await pay(ref);
      expect(await provider.retrieve(ref)).toMatchObject({ status: 'succeeded', failure: null });
    });

    it('cancels what is open, and answers that the money was faster', async () => {
      const open = await opened();
      expect((await open.provider.cancel(open.ref)).status).toBe('cancelled');
      expect((await open.provider.cancel(open.ref)).status).toBe('cancelled');
      const paid = await opened();
      await paid.pay(paid.ref);
      expect((await paid.provider.cancel(paid.ref)).status).toBe('succeeded');
    });

    it('refunds once per key, in parts, and never more than was paid', async () => {
      const { provider, ref, pay } = await opened();
      await expect(provider.refund(refund(ref, 1))).rejects.toThrow();
      await pay(ref);
      const part = refund(ref, 2_000);
      const twins = await Promise.all(Array.from({ length: 8 }, () => provider.refund(part)));
      expect(new Set(twins.map(({ refundRef }) => refundRef)).size).toBe(1);
      await expect(provider.refund(refund(ref, 196))).rejects.toThrow();
      const rest = await provider.refund(refund(ref, 195));
      expect(rest.refundRef).not.toBe(twins[0]?.refundRef);
      await expect(provider.refund(refund(ref, 1))).rejects.toThrow();
    });

    it('tells of a payment in a webhook that only its own signature opens', async () => {
      const { provider, ref, pay, paymentId, lastWebhook } = await opened();
      await pay(ref);
      const { body, headers } = await lastWebhook(paymentId);
      expect(provider.verifyWebhook(body, headers)).toMatchObject({
        paymentId,
        state: { providerRef: ref, status: 'succeeded', amount: 2_195, currency: 'GBP' },
      });
      expect(provider.verifyWebhook(body.replace('2195', '1'), headers)).toBeNull();
      expect(provider.verifyWebhook(body, {})).toBeNull();
      expect(provider.verifyWebhook('', headers)).toBeNull();
    });
  });
}
