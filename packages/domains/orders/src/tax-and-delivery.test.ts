import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newToken } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOrders, type OrdersFacade } from './index.ts';
import type { PaymentPort, QuoteInput } from './ports.ts';
import { aLine, anAddress, aSeller, fakeCarts, fakePayments } from './testing.ts';

let test: TestDatabase;
let orders: OrdersFacade;
const cart = fakeCarts();
const payments = fakePayments();
/** What was asked, and what payments were told. */
const asked: QuoteInput[] = [];
const created: Parameters<PaymentPort['create']>[0][] = [];
let taxFactor = 1;

beforeAll(async () => {
  test = await createTestDatabase();
  const listening: PaymentPort = {
    ...payments,
    quote: async (input) => {
      asked.push(input);
      const quote = await payments.quote(input);
      const parcels = quote.parcels.map((parcel) => ({
        ...parcel,
        lines: parcel.lines.map((line) => ({ taxBasisPoints: line.taxBasisPoints * taxFactor })),
      }));
      return { ...quote, parcels };
    },
    create: (input) => {
      created.push(input);
      return payments.create(input);
    },
  };
  const accessTokenSecret = 'a secret of at least thirty-two characters';
  orders = createOrders({ db: test.db, cart, payments: listening, currency: 'GBP', accessTokenSecret });
});
afterAll(() => test.close());

const [north, south] = [aSeller('North'), aSeller('South')];
function visitor() {
  const shopper = { userId: null, cartToken: newToken() };
  const price = (amount: number) => ({ amount, currency: 'GBP' as const });
  cart.put(shopper, [
    aLine({ seller: north, unitPrice: price(333), quantity: 3, weightGrams: 250, taxClass: 'reduced' }),
    aLine({ seller: north, unitPrice: price(101) }),
    aLine({ seller: south, unitPrice: price(2_000), weightGrams: 4_000 }),
  ]);
  return shopper;
}
const place = (shopper: ReturnType<typeof visitor>, checkout: { id: string; revision: string }, country: string) =>
  orders.place(shopper, {
    checkoutId: checkout.id,
    revision: checkout.revision,
    email: 'ada@example.test',
    shippingAddress: anAddress({ country }),
    provider: 'test',
  });

it('asks for each parcel by weight, worth and class of its lines', async () => {
  await orders.startCheckout(visitor(), { country: 'GB' });
  expect(asked.at(-1)).toEqual({
    country: 'GB',
    currency: 'GBP',
    parcels: [
      {
        sellerId: north.id,
        lines: [
          { taxClass: 'reduced', total: 999, weightGrams: 250, quantity: 3 },
          { taxClass: 'standard', total: 101, weightGrams: 500, quantity: 1 },
        ],
      },
      { sellerId: south.id, lines: [{ taxClass: 'standard', total: 2_000, weightGrams: 4_000, quantity: 1 }] },
    ],
  });
});

it('adds tax that is on top: rounded per line and parcel, in the order, its parts, and what is charged', async () => {
  const shopper = visitor();
  const checkout = await orders.startCheckout(shopper, { country: 'CA' });
  // 8.25 % of 999, 101, 2000 and twice 395: 82 + 8 + 165 + 33 + 33.
  const totals = { items: 3_100, shipping: 790, tax: 321, total: 4_211 };
  for (const [name, amount] of Object.entries(totals))
    expect(checkout.totals[name as keyof typeof totals], name).toMatchObject({ amount });
  expect(checkout.totals.taxIncluded).toBe(false);
  const reply = await place(shopper, checkout, 'CA');
  expect(reply.payment.amount.amount).toBe(4_211);
  expect(created.at(-1)?.parts).toMatchObject([
    { sellerId: north.id, items: 1_100, shipping: 395, tax: 123, taxIncluded: false },
    { sellerId: south.id, items: 2_000, shipping: 395, tax: 198, taxIncluded: false },
  ]);
  const order = await orders.order(null, { orderId: reply.order.id, accessToken: reply.order.accessToken });
  expect(order.totals).toMatchObject({ tax: { amount: 321 }, taxIncluded: false, total: { amount: 4_211 } });
  expect(order.subOrders.map((part) => [part.totals.taxIncluded, part.totals.total.amount])).toEqual([
    [false, 1_618],
    [false, 2_593],
  ]);
  await expect(
    test.db.pool.query('update orders.orders set tax = tax + 1 where id = $1', [reply.order.id]),
  ).rejects.toThrow(/orders_amounts/);
});

it('refuses when tax on top has changed since the shopper looked; a changed share inside of prices changes nothing', async () => {
  const abroad = visitor();
  const seen = await orders.startCheckout(abroad, { country: 'CA' });
  const home = visitor();
  const seenAtHome = await orders.startCheckout(home, { country: 'GB' });
  taxFactor = 2;
  try {
    await expect(place(abroad, seen, 'CA')).rejects.toMatchObject({ reason: 'checkout_changed' });
    expect((await place(home, seenAtHome, 'GB')).payment.amount.amount).toBe(seenAtHome.totals.total.amount);
  } finally {
    taxFactor = 1;
  }
});

it('says that a parcel cannot be sent there, and neither reserves nor orders it', async () => {
  const shopper = visitor();
  const checkout = await orders.startCheckout(shopper, { country: 'AQ' });
  expect(checkout.parcels.map((parcel) => [parcel.chosenShipping, parcel.shippingMethods])).toEqual([
    [null, []],
    [null, []],
  ]);
  await expect(place(shopper, checkout, 'AQ')).rejects.toMatchObject({
    reason: 'delivery_unavailable',
    details: { sellerIds: [north.id, south.id] },
  });
  expect(cart.reserved.has(checkout.id)).toBe(false);
  const moved = await orders.updateCheckout(shopper, { checkoutId: checkout.id, country: 'gb' });
  expect(moved.parcels.map((parcel) => parcel.chosenShipping)).toEqual(['standard', 'standard']);
  expect((await place(shopper, moved, 'GB')).payment.amount.amount).toBe(moved.totals.total.amount);
});

it('keeps offering other ways while a placed order waits for its payment', async () => {
  const shopper = visitor();
  const checkout = await orders.startCheckout(shopper, { country: 'GB' });
  await place(shopper, checkout, 'GB');
  const again = await orders.startCheckout(shopper, { country: 'GB' });
  expect(again.status).toBe('completed');
  expect(again.parcels.map((parcel) => parcel.shippingMethods.map(({ code }) => code))).toEqual([
    ['standard', 'express'],
    ['standard', 'express'],
  ]);
});
