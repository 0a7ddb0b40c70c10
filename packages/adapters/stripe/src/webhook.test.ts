import Stripe from 'stripe';
import { expect, it } from 'vitest';
import { readWebhook } from './webhook.ts';

const stripe = new Stripe('sk_test_1');
const secret = 'whsec_now';
const read = (type: string, object: object) => {
  const body = JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } });
  return readWebhook(stripe, [secret], body, stripe.webhooks.generateTestHeaderString({ payload: body, secret }));
};
const refund = { id: 're_1', object: 'refund', metadata: { paymentId: 'not to be taken' } };

it.each(['refund.failed', 'refund.updated', 'charge.refund.updated'])(
  '%s tells of a refund that did not arrive',
  (type) => {
    const failed = { ...refund, status: 'failed', failure_reason: 'expired_or_canceled_card' };
    const lostRefund = { refundRef: 're_1', reason: 'expired_or_canceled_card' };
    expect(read(type, failed)).toEqual({ id: 'evt_1', type, paymentId: null, state: null, lostRefund });
    expect(read(type, { ...refund, status: 'canceled' })?.lostRefund).toEqual({
      refundRef: 're_1',
      reason: 'canceled',
    });
  },
);

it('a refund that goes well is no news, and a forged one none at all', () => {
  for (const status of ['pending', 'succeeded', 'requires_action'])
    expect(read('refund.updated', { ...refund, status })).toEqual({
      id: 'evt_1',
      type: 'refund.updated',
      paymentId: null,
      state: null,
    });
  const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'refund.failed', data: { object: refund } });
  const signature = stripe.webhooks.generateTestHeaderString({ payload: body, secret: 'whsec_other' });
  expect(readWebhook(stripe, [secret], body, signature)).toBeNull();
});

it('news of a seller’s account says only whose', () => {
  const news = { id: 'acct_1', object: 'account', payouts_enabled: true, capabilities: { transfers: 'active' } };
  expect(read('account.updated', news)).toEqual({
    id: 'evt_1',
    type: 'account.updated',
    paymentId: null,
    state: null,
    accountRef: 'acct_1',
  });
});
