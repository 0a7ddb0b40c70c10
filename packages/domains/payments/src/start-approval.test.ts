import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPayments, type PaymentsFacade } from './index.ts';
import type { PaymentProvider } from './ports.ts';
import { fakeProvider } from './testing.ts';

/** A provider whose shopper agrees on a page of its own, and one without such a page. */
const cards = fakeProvider();
const fake = fakeProvider();
const authorised: string[] = [];
let refuses = false;
const redirect: PaymentProvider = {
  ...fake,
  code: 'redirect',
  startApproval: async ({ providerRef, returnUrl }) => ({
    actionUrl: `https://pages.test/${providerRef}?${new URLSearchParams({ returnUrl })}`,
  }),
  authorise: async ({ idempotencyKey, providerRef }) => {
    authorised.push(idempotencyKey);
    const state = await fake.retrieve(providerRef);
    const failure = { code: 'declined', message: 'No.' };
    if (refuses) return { ...state, status: 'requires_method', sequence: state.sequence + 1, failure };
    return state.status === 'approved' ? fake.advance(idOf(providerRef), { status: 'authorised' }) : state;
  },
};
const signed = (body: string) => `signed ${createHash('sha256').update(body).digest('hex')}`;
const ids = new Map<string, string>();
const idOf = (ref: string) => ids.get(ref) ?? '';

let test: TestDatabase;
let payments: PaymentsFacade;
let awaits = true;
beforeAll(async () => {
  test = await createTestDatabase();
  payments = createPayments({
    db: test.db,
    providers: [redirect, cards],
    cards,
    orders: { awaitsPayment: async () => awaits, paymentCaptured: async () => undefined },
  });
});
beforeEach(() => {
  authorised.length = 0;
  refuses = false;
  awaits = true;
});
afterAll(() => test.close());

async function created(provider = 'redirect') {
  const payment = await payments.create({
    orderId: newId(),
    provider,
    currency: 'GBP',
    country: 'GB',
    parts: [{ sellerId: newId(), subOrderId: newId(), items: 10_000, shipping: 395, tax: 1_732 }],
  });
  ids.set(payment.providerRef ?? '', payment.id);
  const proof = { paymentId: payment.id, clientSecret: payment.clientSecret ?? '' };
  const start = () => payments.startApproval({ ...proof, returnUrl: 'https://shop.test/checkout' });
  return { payment, proof, start };
}

describe('an approval on a page of the provider', () => {
  it('is not for a wrong secret, nor for a provider without such a page', async () => {
    const { proof } = await created();
    const wrong = { ...proof, clientSecret: 'a wrong secret', returnUrl: '/' };
    await expect(payments.startApproval(wrong)).rejects.toMatchObject({ reason: 'payment_not_found' });
    const other = await created('test');
    await expect(other.start()).rejects.toMatchObject({ reason: 'payment_not_found' });
  });

  it('begins again as often as the shopper likes, until it is given', async () => {
    const { payment, proof, start } = await created();
    const first = await start();
    expect(first).toMatchObject({ status: 'requires_action', failure: null });
    expect(first.actionUrl).toContain(payment.providerRef);
    expect(await start()).toEqual(first);
    fake.advance(payment.id, { status: 'approved' });
    expect(await start()).toEqual({ status: 'captured', actionUrl: null, failure: null });
    expect(await payments.status(proof)).toMatchObject({ status: 'captured' });
    expect(authorised).toHaveLength(1);
  });

  it('is settled by the return and by webhooks at once, and captured once', async () => {
    const { payment, proof } = await created();
    fake.advance(payment.id, { status: 'approved' });
    const news = [0, 1, 2].map(() => {
      const { body, headers } = fake.webhook(payment.id);
      const event = JSON.stringify({ ...JSON.parse(body), id: newId(), state: null });
      return payments.receiveWebhook('redirect', event, { ...headers, 'fake-signature': signed(event) });
    });
    await Promise.all([
      payments.status(proof),
      payments.status(proof),
      ...news.map(async (one) => (await one).processed),
    ]);
    expect(await payments.status(proof)).toMatchObject({ status: 'captured' });
    const { rows } = await test.db.pool.query(
      `select count(*)::int as count from payments.ledger_transactions where payment_id = $1 and kind = 'capture'`,
      [payment.id],
    );
    expect(rows[0].count).toBe(1);
  });

  it('that is refused leaves the payment open, and another try is another one', async () => {
    const { payment, proof, start } = await created();
    refuses = true;
    fake.advance(payment.id, { status: 'approved' });
    expect(await payments.status(proof)).toMatchObject({ status: 'requires_method', failure: { code: 'declined' } });
    refuses = false;
    fake.advance(payment.id, { status: 'approved' });
    expect(await start()).toMatchObject({ status: 'captured', actionUrl: null });
    expect(new Set(authorised).size).toBe(2);
  });

  it('for an order that no longer waits holds no money', async () => {
    const { payment, proof } = await created();
    awaits = false;
    fake.advance(payment.id, { status: 'approved' });
    expect(await payments.status(proof)).toMatchObject({ status: 'cancelled' });
    expect((await fake.retrieve(payment.providerRef ?? '')).status).toBe('cancelled');
  });
});
