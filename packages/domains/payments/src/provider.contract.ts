import { newId } from '@mallhive/kernel';
import { describe, expect, it } from 'vitest';
import type { PaymentProvider, ProviderState } from './ports.ts';

type Headers_ = Record<string, string>;

/** What the contract needs besides the port: a shopper, and the provider's own way of telling the shop. */
export interface ProviderUnderTest {
  provider: PaymentProvider;
  /** The shopper pays with what works. After it the money is held, or waits for `authorise` where the provider has that. */
  pay(providerRef: string): Promise<unknown>;
  /** The shopper tries what is declined. Answers the state with the failure where a later `retrieve` does not repeat it. */
  decline(providerRef: string): Promise<ProviderState | undefined>;
  /** The last webhook about the payment, as the provider sends it. */
  lastWebhook(paymentId: string): Promise<{ body: string; headers: Headers_ }>;
  /**
   * Where messages are signed with secrets that we share: headers for a body, signed with the secret of before the rotation
   * or with a foreign one, or with the current one at another time.
   */
  sign?(body: string, how: 'current' | 'former' | 'foreign', at?: Date): Headers_;
  /** Where calls go over a network: the next call arrives and is done there, but its answer is lost. */
  loseNextAnswer?(): void;
}

/** What every payment provider does, fake or real. Run it with each. */
export function describePaymentProvider(name: string, create: () => Promise<ProviderUnderTest>): void {
  describe(`payment provider: ${name}`, () => {
    async function opened(amount = 2_195) {
      const subject = await create();
      const paymentId = newId();
      const input = { idempotencyKey: paymentId, paymentId, orderId: newId(), amount, currency: 'GBP' } as const;
      const payment = await subject.provider.create(input);
      return { ...subject, input, paymentId, payment, ref: payment.providerRef };
    }
    /** A payment whose money is held. */
    async function held(amount?: number) {
      const subject = await opened(amount);
      const { provider, ref, pay } = subject;
      await pay(ref);
      const state = await provider.retrieve(ref);
      const authorised =
        state.status === 'approved' ? await provider.authorise?.({ idempotencyKey: newId(), providerRef: ref }) : state;
      return {
        ...subject,
        authorised,
        takeIt: { idempotencyKey: newId(), providerRef: ref, amount: subject.input.amount },
      };
    }
    async function captured(amount?: number) {
      const subject = await held(amount);
      await subject.provider.capture(subject.takeIt);
      return subject;
    }
    const refund = (providerRef: string, amount: number, idempotencyKey: string = newId()) => ({
      idempotencyKey,
      providerRef,
      amount,
    });

    describe('opening and paying', () => {
      it('opens a payment of exactly the amount, once per key, also when asked eight times at once', async () => {
        const { provider, input, payment } = await opened();
        expect(payment).toMatchObject({ status: 'requires_method', amount: 2_195, currency: 'GBP', failure: null });
        expect(payment.clientSecret.length).toBeGreaterThanOrEqual(10);
        const again = await Promise.all(Array.from({ length: 8 }, () => provider.create(input)));
        expect(new Set(again.map(({ providerRef }) => providerRef))).toEqual(new Set([payment.providerRef]));
      });

      it('holds the money first, says so, and does not know another payment', async () => {
        const { provider, ref, payment, authorised } = await held();
        expect(authorised).toMatchObject({ providerRef: ref, status: 'authorised', amount: 2_195, failure: null });
        expect(await provider.retrieve(ref)).toMatchObject({ status: 'authorised', amount: 2_195, currency: 'GBP' });
        expect(authorised?.sequence).toBeGreaterThan(payment.sequence);
        await expect(provider.retrieve(`${ref}x`)).rejects.toThrow();
      });

      it('keeps a declined payment open with the reason, and takes the next means of payment', async () => {
        const { provider, ref, decline, pay } = await opened();
        const declined = (await decline(ref)) ?? (await provider.retrieve(ref));
        expect(declined.status).toBe('requires_method');
        expect(declined.failure?.code).toMatch(/^\w+$/);
        expect(declined.failure?.message).not.toBe('');
        await pay(ref);
        const state = await provider.retrieve(ref);
        expect(['approved', 'authorised']).toContain(state.status);
        expect(state.failure).toBeNull();
        expect(state.sequence).toBeGreaterThan(declined.sequence);
      });
    });

    describe('taking and letting go', () => {
      it('captures once per key, also when asked eight times at once, and says so ever after', async () => {
        const { provider, ref, takeIt } = await held();
        const twins = await Promise.all(Array.from({ length: 8 }, () => provider.capture(takeIt)));
        for (const state of twins) expect(state).toMatchObject({ status: 'succeeded', amount: 2_195, currency: 'GBP' });
        expect(await provider.capture({ ...takeIt, idempotencyKey: newId() })).toMatchObject({ status: 'succeeded' });
        expect(await provider.retrieve(ref)).toMatchObject({ providerRef: ref, status: 'succeeded', amount: 2_195 });
      });

      it('cancels what is open and lets go of what is held, again and again; nothing is captured after it', async () => {
        const open = await opened();
        expect((await open.provider.cancel(open.ref)).status).toBe('cancelled');
        expect((await open.provider.cancel(open.ref)).status).toBe('cancelled');
        const { provider, ref, takeIt } = await held();
        const twins = await Promise.all(Array.from({ length: 4 }, () => provider.cancel(ref)));
        for (const state of twins) expect(state.status).toBe('cancelled');
        expect((await provider.capture(takeIt)).status).toBe('cancelled');
        expect((await provider.retrieve(ref)).status).toBe('cancelled');
      });

      it('answers that the money was faster than cancelling', async () => {
        const { provider, ref } = await captured();
        expect((await provider.cancel(ref)).status).toBe('succeeded');
      });

      it('has one winner when capture and cancel come at once, and both are told', async () => {
        const { provider, ref, takeIt } = await held();
        const [taken, cancelled] = await Promise.all([provider.capture(takeIt), provider.cancel(ref)]);
        const { status } = await provider.retrieve(ref);
        expect(['succeeded', 'cancelled']).toContain(status);
        expect([taken.status, cancelled.status]).toEqual([status, status]);
      });

      it('does not capture what nobody paid', async () => {
        const { provider, ref, input } = await opened();
        const state = await provider.capture({ idempotencyKey: newId(), providerRef: ref, amount: input.amount });
        expect(['succeeded', 'authorised']).not.toContain(state.status);
      });
    });

    describe('giving back', () => {
      it('refunds once per key, in parts, and never more than was captured', async () => {
        const { provider, ref, takeIt } = await held();
        await expect(provider.refund(refund(ref, 1))).rejects.toThrow();
        await provider.capture(takeIt);
        const part = refund(ref, 2_000);
        const twins = await Promise.all(Array.from({ length: 8 }, () => provider.refund(part)));
        expect(new Set(twins.map(({ refundRef }) => refundRef)).size).toBe(1);
        await expect(provider.refund(refund(ref, 196))).rejects.toThrow();
        const rest = refund(ref, 195);
        const last = await provider.refund(rest);
        expect(last.refundRef).not.toBe(twins[0]?.refundRef);
        await expect(provider.refund(refund(ref, 1))).rejects.toThrow();
        // The key outlives the money that was left.
        expect(await provider.refund(rest)).toEqual(last);
        expect(await provider.refund(part)).toEqual(twins[0]);
        expect((await provider.retrieve(ref)).status).toBe('succeeded');
      });

      it('refunds nothing of what was let go', async () => {
        const { provider, ref } = await held();
        await provider.cancel(ref);
        await expect(provider.refund(refund(ref, 1))).rejects.toThrow();
      });
    });

    describe('an answer that is lost', () => {
      it('was done all the same, and is told when asked again under the same key', async () => {
        const { provider, ref, takeIt, loseNextAnswer } = await held();
        if (!loseNextAnswer) return;
        loseNextAnswer();
        await expect(provider.capture(takeIt)).rejects.toThrow();
        expect((await provider.retrieve(ref)).status).toBe('succeeded');
        expect((await provider.capture(takeIt)).status).toBe('succeeded');
        const part = refund(ref, 500);
        loseNextAnswer();
        await expect(provider.refund(part)).rejects.toThrow();
        const { refundRef } = await provider.refund(part);
        expect((await provider.refund(part)).refundRef).toBe(refundRef);
        await provider.refund(refund(ref, 1_695));
        await expect(provider.refund(refund(ref, 1))).rejects.toThrow();
      });

      it('of a payment just opened does not open a second one', async () => {
        const { provider, loseNextAnswer } = await create();
        if (!loseNextAnswer) return;
        const paymentId = newId();
        const input = { idempotencyKey: paymentId, paymentId, orderId: newId(), amount: 700, currency: 'GBP' } as const;
        loseNextAnswer();
        await expect(provider.create(input)).rejects.toThrow();
        const [one, two] = [await provider.create(input), await provider.create(input)];
        expect(two.providerRef).toBe(one.providerRef);
      });
    });

    describe('telling the shop', () => {
      it('speaks of a payment in a webhook that only its own signature opens', async () => {
        const { provider, ref, paymentId, lastWebhook } = await captured();
        const { body, headers } = await lastWebhook(paymentId);
        const event = await provider.verifyWebhook(body, headers);
        expect(event).toMatchObject({ paymentId });
        expect(event?.id).toMatch(/\S/);
        // Some say only that something happened; then the shop asks.
        if (event?.state) {
          expect(event.state).toMatchObject({ providerRef: ref, amount: 2_195, currency: 'GBP' });
          expect(['authorised', 'succeeded']).toContain(event.state.status);
        }
        expect(await provider.verifyWebhook(body.replace('2195', '1').replace('21.95', '0.01'), headers)).toBeNull();
        expect(await provider.verifyWebhook(body, {})).toBeNull();
        expect(await provider.verifyWebhook('', headers)).toBeNull();
      });

      it('is believed with the secret of now and of before, not with another, nor when it is old', async () => {
        const { provider, paymentId, lastWebhook, sign } = await captured();
        if (!sign) return;
        const { body } = await lastWebhook(paymentId);
        const verify = (headers: Headers_) => provider.verifyWebhook(body, headers);
        expect(await verify(sign(body, 'current'))).toMatchObject({ paymentId });
        expect(await verify(sign(body, 'former'))).toMatchObject({ paymentId });
        expect(await verify(sign(body, 'foreign'))).toBeNull();
        expect(await verify(sign(body, 'current', new Date(Date.now() - 3_600_000)))).toBeNull();
      });
    });
  });
}
