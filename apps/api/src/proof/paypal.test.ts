import { newId } from '@mallhive/kernel';
import { violations } from '@mallhive/testing/invariants';
import { type PayPalServer, startPayPal } from '@mallhive/testing/paypal';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomOf } from './game.ts';
import { openProofShop, type ProofShop, payByCard } from './proof-shop.ts';

interface Placed {
  order: { id: string; number: string; accessToken: string };
  payment: { id: string; clientSecret: string; amount: { amount: number }; provider: string };
}
type Answer = { status: string; actionUrl?: string | null; failure: { code: string } | null };

const returnUrl = 'http://localhost:3000/checkout?returned=1';
const address = { name: 'Ada Example', line1: '1 Road', city: 'London', postcode: 'N1 1AA', country: 'GB' };
const everyTry = 5;
let paypal: PayPalServer;
let shop: ProofShop;
let variantId = '';

beforeAll(async () => {
  paypal = await startPayPal();
  shop = await openProofShop(
    {},
    {
      PAYPAL_CLIENT_ID: paypal.clientId,
      PAYPAL_CLIENT_SECRET: paypal.clientSecret,
      PAYPAL_WEBHOOK_ID: 'CURRENT,FORMER',
      PAYPAL_API_URL: paypal.url,
      TEST_PAYMENTS: 'on',
    },
  );
  paypal.webhooks.register({ id: 'CURRENT', url: `${shop.url}/webhooks/paypal` });
  const { sellerId } = await shop.openSeller();
  [variantId = ''] = await shop.stockUp(sellerId, [1_000]);
});
beforeEach(() => {
  paypal.faults.clear();
  paypal.webhooks.repeat(1);
  paypal.webhooks.hold();
  paypal.webhooks.release(() => []);
  paypal.webhooks.hold();
});
afterAll(async () => {
  await shop.close();
  await paypal.close();
});

/** A shopper with a full cart, and the button that places it. */
async function shopper() {
  const call = shop.visitor();
  await call('cart.addItem', { variantId, quantity: 2 });
  const started = await call<{ checkout: { id: string; revision: string } }>('orders.startCheckout', { country: 'GB' });
  if (!started.ok) throw new Error(started.reason);
  const { id: checkoutId, revision } = started.data.checkout;
  const email = `${newId()}@example.test`;
  const place = (provider = 'paypal') =>
    call<Placed>('orders.place', { checkoutId, revision, email, shippingAddress: address, provider });
  return { call, place };
}

async function placed() {
  const { call, place } = await shopper();
  const answer = await place();
  if (!answer.ok) throw new Error(answer.reason);
  const { order, payment } = answer.data;
  const proof = { paymentId: payment.id, clientSecret: payment.clientSecret };
  return {
    call,
    place,
    order,
    payment,
    ref: await refOf(payment.id),
    agree: (input = { ...proof, returnUrl }) => call<Answer>('payments.startApproval', input),
    comeBack: () => status(proof),
  };
}

/** The browser's return. */
async function status(proof: { paymentId: string; clientSecret: string }) {
  const response = await shop.query('payments.status', proof);
  const body = (await response.json()) as { result?: { data: Answer }; error?: unknown };
  return body.result?.data ?? { status: `HTTP ${response.status}`, failure: null };
}

const refOf = async (paymentId: string) => {
  const sql = 'select provider_ref from payments.payments where id = $1';
  return (await shop.rows<{ provider_ref: string }>(sql, [paymentId]))[0]?.provider_ref ?? '';
};
const orderStatus = async (orderId: string) =>
  (await shop.rows<{ status: string }>('select status from orders.orders where id = $1', [orderId]))[0]?.status;
const becomes = (orderId: string, wanted: string) =>
  expect.poll(() => orderStatus(orderId), { timeout: 5_000 }).toBe(wanted);
const holdOf = (ref: string) => [...paypal.books.authorizations.values()].filter(({ orderId }) => orderId === ref);
const takenOf = (ref: string) => [...paypal.books.captures.values()].filter(({ orderId }) => orderId === ref);

/** Exactly the order's money, once. */
async function isPaidOnce({
  order,
  payment,
  ref,
}: {
  order: Placed['order'];
  payment: Placed['payment'];
  ref: string;
}) {
  expect(await orderStatus(order.id)).toBe('paid');
  expect(takenOf(ref).map(({ units }) => units)).toEqual([payment.amount.amount]);
  const books = await shop.rows(
    `select t.id from payments.ledger_transactions t where t.payment_id = $1 and t.kind = 'capture'`,
    [payment.id],
  );
  expect(books).toHaveLength(1);
}

describe('an order paid with PayPal', () => {
  it('is offered, approved on a page of PayPal, and paid when the browser is back, once and again', async () => {
    const { providers } = (
      (await (await shop.query('payments.providers')).json()) as {
        result: { data: { providers: { code: string; kind: string }[] } };
      }
    ).result.data;
    expect(providers.map(({ code, kind }) => `${code} ${kind}`)).toContain('paypal redirect');
    const sale = await placed();
    const asked = await sale.agree();
    expect(asked).toMatchObject({ ok: true, data: { status: 'requires_action' } });
    expect(await sale.comeBack()).toMatchObject({ status: 'requires_action' });
    paypal.approve(sale.ref);
    expect(await sale.comeBack()).toMatchObject({ status: 'captured' });
    expect(await sale.comeBack()).toMatchObject({ status: 'captured' });
    expect(await sale.agree()).toMatchObject({ ok: true, data: { status: 'captured', actionUrl: null } });
    await isPaidOnce(sale);
  });

  it('leads nowhere but back to the shop', async () => {
    const sale = await placed();
    const elsewhere = {
      paymentId: sale.payment.id,
      clientSecret: sale.payment.clientSecret,
      returnUrl: 'https://evil.test/',
    };
    expect(await sale.agree(elsewhere)).toMatchObject({ ok: false, status: 400, reason: 'return_url_invalid' });
  });

  it('is paid by the webhook alone when the browser never comes back', async () => {
    const sale = await placed();
    paypal.approve(sale.ref);
    paypal.webhooks.release();
    await becomes(sale.order.id, 'paid');
    await isPaidOnce(sale);
  });

  it('is paid once by the browser and many webhooks at once, in any order', async () => {
    const sale = await placed();
    paypal.webhooks.repeat(3);
    paypal.approve(sale.ref);
    paypal.webhooks.release((all) => all.toReversed());
    const answers = await Promise.all([sale.comeBack(), sale.comeBack(), sale.comeBack()]);
    for (const answer of answers) expect(['captured', 'authorised']).toContain(answer.status);
    await becomes(sale.order.id, 'paid');
    await paypal.webhooks.settled();
    await shop.composition.facades.payments.idle();
    await isPaidOnce(sale);
  });

  it('is paid by a webhook that was there before our own row knew of PayPal', async () => {
    const { place } = await shopper();
    paypal.faults.add({ match: 'POST /v2/checkout/orders', kind: 'lost_answer', times: everyTry });
    expect(await place()).toMatchObject({ ok: false });
    const made = [...paypal.books.orders.values()].at(-1);
    paypal.approve(made?.id ?? '');
    paypal.webhooks.release();
    await paypal.webhooks.settled();
    await shop.composition.facades.payments.idle();
    const waiting = `select event_id from payments.webhook_events where processed_at is null and provider = 'paypal'`;
    expect(await shop.rows(waiting)).not.toEqual([]);
    const again = await place();
    if (!again.ok) throw new Error(again.reason);
    const { order, payment } = again.data;
    expect(await refOf(payment.id)).toBe(made?.id);
    shop.clock.advance(60_000);
    await shop.composition.facades.payments.processPendingWebhooks();
    await becomes(order.id, 'paid');
    await isPaidOnce({ order, payment, ref: made?.id ?? '' });
    await expect.poll(() => shop.rows(waiting)).toEqual([]);
    expect(await status({ paymentId: payment.id, clientSecret: payment.clientSecret })).toMatchObject({
      status: 'captured',
    });
  });

  it.each(['/authorize', '/capture'])('is paid once although %s was done and PayPal never said so', async (match) => {
    const sale = await placed();
    paypal.approve(sale.ref);
    paypal.faults.add({ match, kind: 'lost_answer', times: everyTry });
    expect((await sale.comeBack()).status).toMatch(/^HTTP 5/);
    expect(await sale.comeBack()).toMatchObject({ status: 'captured' });
    await isPaidOnce(sale);
    expect(holdOf(sale.ref)).toHaveLength(1);
  });

  it('is paid by the sweep when PayPal was down after the money was held', async () => {
    const sale = await placed();
    paypal.approve(sale.ref);
    paypal.faults.add({ match: '/capture', kind: 'error', times: everyTry });
    expect((await sale.comeBack()).status).toMatch(/^HTTP 5/);
    expect(takenOf(sale.ref)).toEqual([]);
    shop.clock.advance(60_000);
    await shop.composition.facades.payments.settleHeld();
    await becomes(sale.order.id, 'paid');
    await isPaidOnce(sale);
  });

  it('stays open when what was approved is declined, and a card pays it', async () => {
    const sale = await placed();
    paypal.approve(sale.ref, 'declined');
    expect(await sale.comeBack()).toMatchObject({
      status: 'requires_method',
      failure: { code: 'instrument_declined' },
    });
    const other = await sale.place('test');
    if (!other.ok) throw new Error(other.reason);
    expect(other.data.order.id).toBe(sale.order.id);
    expect(await payByCard(sale.call, other.data.payment, '4242 4242 4242 4242')).toMatchObject({
      data: { status: 'captured' },
    });
    // Agreeing at PayPal after all holds nothing.
    paypal.approve(sale.ref);
    paypal.webhooks.release();
    await paypal.webhooks.settled();
    await shop.composition.facades.payments.idle();
    expect(await orderStatus(sale.order.id)).toBe('paid');
    expect(takenOf(sale.ref)).toEqual([]);
    expect(holdOf(sale.ref).filter(({ status: of }) => of !== 'VOIDED')).toEqual([]);
  });

  it('that ran out of time takes no money from a shopper who agrees after it', async () => {
    const executor = shop.executor(randomOf(7));
    const sale = await placed();
    await executor.work();
    shop.clock.advance(60 * 60_000);
    await executor.work();
    await executor.tick('sweep-orders');
    expect(await orderStatus(sale.order.id)).toBe('cancelled');
    paypal.approve(sale.ref);
    paypal.webhooks.release();
    await paypal.webhooks.settled();
    await shop.composition.facades.payments.idle();
    expect(await sale.comeBack()).toMatchObject({ status: 'cancelled' });
    expect(takenOf(sale.ref)).toEqual([]);
    expect(holdOf(sale.ref).filter(({ status: of }) => of !== 'VOIDED')).toEqual([]);
  });

  it('gives the money back through PayPal, in parts and never more', async () => {
    const sale = await placed();
    paypal.approve(sale.ref);
    await sale.comeBack();
    const { payments } = shop.composition.facades;
    const { amount } = sale.payment.amount;
    const refund = (key: string, part: number) =>
      payments.refund({ paymentId: sale.payment.id, key, amount: part, reason: 'test' });
    await Promise.all([refund('one', 500), refund('one', 500)]);
    await expect(refund('too much', amount - 499)).rejects.toMatchObject({ reason: 'refund_exceeds' });
    await Promise.all([refund('two', amount - 500), refund('two', amount - 500)]);
    await expect(refund('three', 1)).rejects.toThrow();
    const given = [...paypal.books.refunds.values()].filter(({ orderId }) => orderId === sale.ref);
    expect(given.map(({ units }) => units).sort((one, two) => one - two)).toEqual([500, amount - 500]);
  });
});

describe('webhooks of PayPal', () => {
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${shop.url}/webhooks/paypal`, { method: 'POST', headers, body });

  it('are believed under both ids of a rotation, and not when forged', async () => {
    const sale = await placed();
    paypal.webhooks.register({ id: 'FORMER', url: `${shop.url}/webhooks/paypal` });
    paypal.approve(sale.ref);
    const { body, type } = paypal.webhooks.sent().findLast((sent) => sent.body.includes(sale.payment.id)) ?? {
      body: '',
      type: '',
    };
    const forged = body.replace(sale.payment.id, newId());
    const { headers } = paypal.webhooks.sign('CURRENT', type, body);
    expect((await post(forged, headers)).status).toBe(400);
    expect((await post(body, { ...headers, 'paypal-transmission-sig': 'Zm9yZ2Vk' })).status).toBe(400);
    expect((await post(body, { 'content-type': 'application/json' })).status).toBe(400);
    expect((await post(body, paypal.webhooks.sign('FORMER', type, body).headers)).status).toBe(200);
    await becomes(sale.order.id, 'paid');
    await isPaidOnce(sale);
  });

  it('get no receipt while PayPal cannot be asked, so that they come again', async () => {
    const sale = await placed();
    paypal.approve(sale.ref);
    paypal.faults.add({ match: 'verify-webhook-signature', kind: 'error', times: 2 });
    paypal.webhooks.release();
    await becomes(sale.order.id, 'paid');
    await isPaidOnce(sale);
  });
});

it('afterwards nothing is broken', async () => {
  await paypal.webhooks.settled();
  await shop.composition.facades.payments.idle();
  expect(await violations((text) => shop.rows(text), 'always', shop.clock.now())).toEqual([]);
});
