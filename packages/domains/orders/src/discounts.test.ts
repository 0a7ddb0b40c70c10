import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId, newToken } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrders, type OrdersFacade } from './index.ts';
import type { CheckoutCart } from './ports.ts';
import { aLine, anAddress, aSeller, fakeCarts, fakePayments } from './testing.ts';

let base: TestDatabase;
let orders: OrdersFacade;
const cart = fakeCarts();
const payments = fakePayments();
const created: Parameters<typeof payments.create>[0][] = [];
const accessTokenSecret = 'a secret of at least thirty-two characters';

beforeAll(async () => {
  base = await createTestDatabase();
  const seen = {
    ...payments,
    create: (input: Parameters<typeof payments.create>[0]) => {
      created.push(input);
      return payments.create(input);
    },
  };
  orders = createOrders({ db: base.db, cart, payments: seen, currency: 'GBP', accessTokenSecret });
});
afterAll(() => base.close());

type Promotion = CheckoutCart['promotions'][number];
const promotion = (more: Partial<Promotion>): Promotion => ({
  promotionId: newId(),
  code: null,
  title: 'Spring',
  bearer: 'marketplace',
  amount: 0,
  lines: [],
  freeShipping: [],
  ...more,
});
const place = (shopper: { userId: null; cartToken: string }, checkout: { id: string; revision: string }) =>
  orders.place(shopper, {
    checkoutId: checkout.id,
    revision: checkout.revision,
    email: 'ada@example.test',
    shippingAddress: anAddress(),
    provider: 'test',
  });

test('what promotions take off is in every figure, to the penny, and frozen in the order', async () => {
  const shopper = { userId: null, cartToken: newToken() };
  const [one, two] = [aSeller('One'), aSeller('Two')];
  const category = newId();
  const stool = aLine({ seller: one, quantity: 2, categoryIds: [category] });
  const lamp = aLine({ seller: two, unitPrice: { amount: 999, currency: 'GBP' } });
  cart.put(shopper, [stool, lamp]);
  const code = promotion({ code: 'SPRING', amount: 600, lines: [{ variantId: stool.variantId, amount: 501 }] });
  code.lines.push({ variantId: lamp.variantId, amount: 99 });
  const free = promotion({ title: 'Sent free', bearer: 'seller', freeShipping: [two.id] });
  const useless = promotion({ freeShipping: [two.id] });
  cart.promote(shopper, [code, free, useless]);

  const started = await orders.startCheckout(shopper, { country: 'GB' });
  // The dearer way costs the difference to the cheapest, which is what goes free.
  const checkout = await orders.updateCheckout(shopper, {
    checkoutId: started.id,
    shipping: { [two.id]: 'express' },
  });
  expect(checkout.revision).not.toBe(started.revision);
  const included = (gross: number) => gross - Math.round((gross * 10_000) / 12_000);
  const tax = included(4_499) + included(900) + included(395) + included(300);
  expect(checkout.totals).toMatchObject({
    items: { amount: 5_999 },
    discount: { amount: 600 },
    shipping: { amount: 395 + 695 },
    shippingDiscount: { amount: 395 },
    tax: { amount: tax },
    total: { amount: 5_999 - 600 + 395 + 695 - 395 },
  });
  expect(checkout.savings).toEqual([
    { title: 'Spring', code: 'SPRING', amount: { amount: 600, currency: 'GBP' } },
    { title: 'Sent free', code: null, amount: { amount: 395, currency: 'GBP' } },
  ]);

  const reply = await place(shopper, checkout);
  expect(reply.payment.amount).toEqual(checkout.totals.total);
  expect(cart.holds.get(checkout.id)).toMatchObject({
    promotions: [
      { promotionId: code.promotionId, code: 'SPRING', amount: 600 },
      { promotionId: free.promotionId, amount: 395 },
    ],
    customer: { userId: null, email: 'ada@example.test' },
  });
  const order = await orders.order(null, { orderId: reply.order.id, accessToken: reply.order.accessToken });
  expect(order.totals).toEqual(checkout.totals);
  expect(order.savings).toEqual(checkout.savings);
  expect(order.subOrders.map(({ totals, lines }) => [totals.total.amount, lines[0]?.discount.amount])).toEqual([
    [5_000 - 501 + 395, 501],
    [999 - 99 + 695 - 395, 99],
  ]);
  expect(created.at(-1)?.parts).toMatchObject([
    {
      items: 4_499,
      shipping: 395,
      discounts: [{ bearer: 'marketplace', amount: 501 }],
      lines: [{ categoryIds: [category], net: 4_499 }],
    },
    {
      items: 900,
      shipping: 300,
      discounts: [
        { bearer: 'seller', amount: 395 },
        { bearer: 'marketplace', amount: 99 },
      ],
    },
  ]);

  // The same checkout again, after everything that made it cheaper is gone.
  cart.promote(shopper, []);
  expect((await place(shopper, checkout)).payment.amount).toEqual(checkout.totals.total);
  expect(created.at(-1)).toEqual(created.at(-2));
  const paid = {
    orderId: reply.order.id,
    paymentId: reply.payment.id,
    provider: 'test',
    amount: checkout.totals.total.amount,
    currency: 'GBP' as const,
  };
  expect(await orders.completePayment(paid)).toBe('paid');
  const { rows } = await base.db.pool.query(
    `select data from orders.outbox where name = 'orders/order.paid' and data->>'orderId' = $1`,
    [reply.order.id],
  );
  expect(rows[0].data).toMatchObject({
    discount: 600,
    shippingDiscount: 395,
    lines: [{ discount: 501 }, { discount: 99 }],
  });
});

test('a discount that came or went since the shopper looked is not ordered', async () => {
  const shopper = { userId: null, cartToken: newToken() };
  const line = aLine();
  cart.put(shopper, [line]);
  const off = promotion({ code: 'SPRING', amount: 100, lines: [{ variantId: line.variantId, amount: 100 }] });
  cart.promote(shopper, [off]);
  const checkout = await orders.startCheckout(shopper, { country: 'GB' });
  cart.promote(shopper, []);
  await expect(place(shopper, checkout)).rejects.toMatchObject({ reason: 'checkout_changed' });
  cart.promote(shopper, [off]);
  cart.refused = [{ promotionId: off.promotionId, code: 'SPRING', reason: 'used_up' }];
  await expect(place(shopper, checkout)).rejects.toMatchObject({
    reason: 'checkout_changed',
    details: { promotions: [{ code: 'SPRING', reason: 'used_up' }] },
  });
  cart.refused = [];
  expect((await place(shopper, checkout)).payment.amount.amount).toBe(2_500 - 100 + 395);
});
