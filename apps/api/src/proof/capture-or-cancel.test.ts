import { newId } from '@mallhive/kernel';
import { violations } from '@mallhive/testing/invariants';
import { type LocalStripe, startLocalStripe } from '@mallhive/testing/localstripe';
import { type PayPalServer, startPayPal } from '@mallhive/testing/paypal';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Executor } from './executor.ts';
import { at, randomOf } from './game.ts';
import { type Call, openProofShop, type ProofShop } from './proof-shop.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let paypal: PayPalServer;
let stripe: LocalStripe;
let shop: ProofShop;
let executor: Executor;
let variants: string[];

beforeAll(async () => {
  [paypal, stripe] = await Promise.all([startPayPal(), startLocalStripe()]);
  const environment = {
    PAYPAL_CLIENT_ID: paypal.clientId,
    PAYPAL_CLIENT_SECRET: paypal.clientSecret,
    PAYPAL_WEBHOOK_ID: 'CURRENT',
    PAYPAL_API_URL: paypal.url,
    STRIPE_SECRET_KEY: 'sk_test_shop',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_shop',
    STRIPE_WEBHOOK_SECRET: 'whsec_current',
    STRIPE_API_URL: stripe.url,
  };
  shop = await openProofShop({}, environment);
  paypal.webhooks.hold();
  executor = shop.executor(randomOf(11));
  const { sellerId } = await shop.openSeller();
  variants = await shop.stockUp(sellerId, [1_000, 1_000]);
});
afterAll(async () => {
  await shop.close();
  await Promise.all([paypal.close(), stripe.stop()]);
});

interface Placed {
  order: { id: string };
  payment: { id: string; clientSecret: string; amount: { amount: number } };
}

const address = { name: 'Ada Example', line1: '1 Road', city: 'London', postcode: 'N1 1AA', country: 'GB' };

async function placed(provider: string): Promise<Placed & { call: Call; ref: string }> {
  const call = shop.visitor();
  await call('cart.addItem', { variantId: variants[0], quantity: 1 });
  const started = await call<{ checkout: { id: string; revision: string } }>('orders.startCheckout', { country: 'GB' });
  if (!started.ok) throw new Error(started.reason);
  const { id: checkoutId, revision } = started.data.checkout;
  const email = `${newId()}@example.test`;
  const answer = await call<Placed>('orders.place', {
    checkoutId,
    revision,
    email,
    shippingAddress: address,
    provider,
  });
  if (!answer.ok) throw new Error(answer.reason);
  const [row] = await shop.rows<{ ref: string }>('select provider_ref as ref from payments.payments where id = $1', [
    answer.data.payment.id,
  ]);
  return { ...answer.data, call, ref: row?.ref ?? '' };
}

/** The money is held and nobody has told us. */
const agree: Record<string, (ref: string) => Promise<void> | void> = {
  paypal: (ref) => paypal.approve(ref),
  stripe: (ref) => stripe.confirm(ref, '4242424242424242'),
};
/** What the provider says that it took, less what it gave back. */
const keeps: Record<string, (ref: string, refunded: number) => Promise<number> | number> = {
  paypal: (ref) => {
    const of = ({ orderId }: { orderId: string }) => orderId === ref;
    const units = (list: readonly { units: number }[]) => list.reduce((sum, one) => sum + one.units, 0);
    return units([...paypal.books.captures.values()].filter(of)) - units([...paypal.books.refunds.values()].filter(of));
  },
  // localstripe tells of refunds by charge alone; the contract suite looks at those.
  stripe: async (ref, refunded) => {
    const { status, amount } = await stripe.call('GET', `/v1/payment_intents/${ref}`);
    return status === 'succeeded' ? Number(amount) - refunded : 0;
  },
};

it.each(['paypal', 'stripe'])(
  'the browser comes back from %s while the basket changes: that order is paid, or keeps no money',
  async (provider) => {
    const sales = [];
    for (let index = 0; index < 8; index += 1) sales.push(await placed(provider));
    for (const { ref } of sales) await agree[provider]?.(ref);
    await Promise.all(
      sales.flatMap(({ call, payment }, index) => [
        shop.query('payments.status', { paymentId: payment.id, clientSecret: payment.clientSecret }),
        // Later by a little more each time, so that both come first somewhere.
        new Promise((resolve) => setTimeout(resolve, index * 3)).then(async () => {
          await call('cart.addItem', { variantId: variants[1], quantity: 1 });
          return call('orders.startCheckout', { country: 'GB' });
        }),
      ]),
    );
    for (const minutes of [1, 35, 20]) {
      await executor.work();
      await executor.tick('sweep-orders');
      shop.clock.advance(minutes * 60_000);
    }
    const rows = await shop.rows<{ id: string; status: string; money: string; refunded: number; total: number }>(
      `select o.id, o.status, p.status as money, p.refunded, o.total from orders.orders o
       join payments.payments p on p.order_id = o.id where o.id = any($1::uuid[])`,
      [sales.map(({ order }) => order.id)],
    );
    for (const { order, ref } of sales) {
      const row = at(
        rows.filter(({ id }) => id === order.id),
        0,
      );
      const kept = await keeps[provider]?.(ref, row.refunded);
      if (row.status === 'paid') expect({ ...row, kept }).toMatchObject({ money: 'captured', kept: row.total });
      else expect({ status: row.status, kept }).toEqual({ status: 'cancelled', kept: 0 });
    }
    const query = <Row>(text: string) => shop.rows<Row>(text);
    expect(await violations(query, 'settled', shop.clock.now())).toEqual([]);
  },
);
