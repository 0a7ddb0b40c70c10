import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId, newToken } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderCancelled, orderPaid, orderPlaced, shipmentCreated, shipmentDelivered } from './events.ts';
import { createOrders, type OrdersFacade } from './index.ts';
import type { CheckoutCart } from './ports.ts';
import { aHistoricOrder, aLine, anAddress, aSeller, fakeCarts, fakePayments } from './testing.ts';

let test: TestDatabase;
let orders: OrdersFacade;
const cart = fakeCarts();
const payments = fakePayments();
const fixed = fixedClock('2026-03-01T10:00:00Z');
/** Every look is a moment later, so that what happens has an order. */
const clock = {
  ...fixed,
  now: () => {
    fixed.advance(1);
    return fixed.now();
  },
};
const accessTokenSecret = 'a secret of at least thirty-two characters';

beforeAll(async () => {
  test = await createTestDatabase();
  orders = createOrders({ db: test.db, cart, payments, currency: 'GBP', accessTokenSecret, clock });
});
afterAll(() => test.close());

const definitions = [orderPlaced, orderPaid, orderCancelled, shipmentCreated, shipmentDelivered];
async function events(orderId: string): Promise<string[]> {
  const { rows } = await test.db.pool.query(
    `select name, data from orders.outbox where data->>'orderId' = $1 order by id`,
    [orderId],
  );
  for (const { name, data } of rows) definitions.find((one) => one.name === name)?.schema.parse(data);
  return rows.map((row) => row.name);
}
function visitor(lines: CheckoutCart['lines'] = [aLine()]) {
  const shopper = { userId: null, cartToken: newToken() };
  cart.put(shopper, lines);
  return shopper;
}
const placeInput = (checkout: { id: string; revision: string }) => ({
  checkoutId: checkout.id,
  revision: checkout.revision,
  email: 'ada@example.test',
  shippingAddress: anAddress(),
  provider: 'test',
});
async function placed(lines?: CheckoutCart['lines']) {
  const shopper = visitor(lines);
  const checkout = await orders.startCheckout(shopper, { country: 'GB' });
  const reply = await orders.place(shopper, placeInput(checkout));
  return { shopper, checkout, ...reply };
}
const payFor = (reply: { order: { id: string }; payment: { id: string; amount: { amount: number } } }) =>
  orders.completePayment({
    orderId: reply.order.id,
    paymentId: reply.payment.id,
    provider: 'test',
    amount: reply.payment.amount.amount,
    currency: 'GBP',
  });
const see = ({ order }: { order: { id: string; accessToken: string } }) =>
  orders.order(null, { orderId: order.id, accessToken: order.accessToken });

describe('currencies', () => {
  it.each([
    ['GBP', 2_500, 395],
    ['EUR', 3_000, 395],
    ['USD', 3_250, 395],
    ['JPY', 4_750, 395],
  ] as const)('%s: priced, ordered and paid in it to the minor unit', async (currency, unit, shipping) => {
    const shopper = visitor([aLine({ quantity: 2 })]);
    const checkout = await orders.startCheckout(shopper, { country: 'GB', currency, locale: 'de' });
    expect(checkout.currency).toBe(currency);
    expect(checkout.totals).toMatchObject({
      items: { amount: unit * 2, currency },
      shipping: { amount: shipping, currency },
      total: { amount: unit * 2 + shipping, currency },
    });
    // Included tax is rounded to the minor unit of the currency: whole yen.
    const tax = Math.round(unit * 2 - (unit * 2) / 1.2) + Math.round(shipping - shipping / 1.2);
    expect(checkout.totals.tax).toEqual({ amount: tax, currency });
    const reply = await orders.place(shopper, placeInput(checkout));
    expect(reply.payment.amount).toEqual(checkout.totals.total);
    const wrong = { orderId: reply.order.id, paymentId: reply.payment.id, provider: 'test' };
    const other = currency === 'GBP' ? 'EUR' : 'GBP';
    await expect(
      orders.completePayment({ ...wrong, amount: reply.payment.amount.amount, currency: other }),
    ).rejects.toMatchObject({ reason: 'payment_does_not_cover' });
    await orders.completePayment({ ...wrong, amount: reply.payment.amount.amount, currency });
    const order = await see(reply);
    expect(order).toMatchObject({ status: 'paid', totals: checkout.totals });
    const { rows } = await test.db.pool.query('select currency, locale from orders.orders where id = $1', [order.id]);
    expect(rows).toEqual([{ currency, locale: 'de' }]);
    const told = await test.db.pool.query(
      `select data from orders.outbox where name = 'orders/order.paid' and data->>'orderId' = $1`,
      [order.id],
    );
    expect(told.rows[0].data).toMatchObject({ currency, locale: 'de', total: checkout.totals.total.amount });
  });

  it('a change of currency gives the same open checkout new prices, and an unpaid order up', async () => {
    const shopper = visitor();
    const pounds = await orders.startCheckout(shopper, { country: 'GB', currency: 'GBP' });
    const yen = await orders.startCheckout(shopper, { country: 'GB', currency: 'JPY' });
    expect(yen).toMatchObject({
      id: pounds.id,
      currency: 'JPY',
      totals: { items: { amount: 4_750, currency: 'JPY' } },
    });
    // What the shopper saw in pounds is not what they would pay now.
    await expect(orders.place(shopper, placeInput(pounds))).rejects.toMatchObject({ reason: 'checkout_changed' });
    const unpaid = await orders.place(shopper, placeInput(yen));
    const euros = await orders.startCheckout(shopper, { country: 'GB', currency: 'EUR' });
    expect(euros.id).not.toBe(yen.id);
    expect(euros.totals.items).toEqual({ amount: 3_000, currency: 'EUR' });
    expect((await see(unpaid)).status).toBe('cancelled');
  });
});

describe('checkout', () => {
  it('does not begin with an empty cart, and is nobody else’s', async () => {
    await expect(
      orders.startCheckout({ userId: null, cartToken: newToken() }, { country: 'GB' }),
    ).rejects.toMatchObject({
      reason: 'cart_empty',
    });
    const checkout = await orders.startCheckout(visitor(), { country: 'GB' });
    for (const stranger of [visitor(), { userId: newId(), cartToken: null }, { userId: null, cartToken: null }]) {
      await expect(orders.checkout(stranger, checkout.id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(orders.place(stranger, placeInput(checkout))).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('is the same for the same cart, also when begun at once, and shows included tax', async () => {
    const shopper = visitor([aLine({ quantity: 3 })]);
    const all = await Promise.all([1, 2, 3, 4].map(() => orders.startCheckout(shopper, { country: 'GB' })));
    expect(new Set(all.map((checkout) => checkout.id)).size).toBe(1);
    expect(all[0]?.totals).toMatchObject({
      items: { amount: 7_500 },
      shipping: { amount: 395 },
      tax: { amount: 1_316 },
      total: { amount: 7_895 },
    });
    const changed = await orders.updateCheckout(shopper, {
      checkoutId: all[0]?.id ?? '',
      country: 'US',
      shipping: { [all[0]?.parcels[0]?.seller.id ?? '']: 'express' },
    });
    expect(changed.totals).toMatchObject({ shipping: { amount: 695 }, tax: { amount: 0 } });
    expect(changed.revision).not.toBe(all[0]?.revision);
  });
});

describe('placing', () => {
  it('refuses what the shopper did not see, a country without its price, and missing stock', async () => {
    const line = aLine();
    const shopper = visitor([line]);
    const checkout = await orders.startCheckout(shopper, { country: 'GB' });
    const input = placeInput(checkout);
    const abroad = { ...input, shippingAddress: anAddress({ country: 'FR' }) };
    await expect(orders.place(shopper, abroad)).rejects.toMatchObject({ reason: 'checkout_changed' });
    await expect(orders.place(shopper, { ...input, provider: 'nobody' })).rejects.toMatchObject({
      reason: 'provider_unknown',
    });
    cart.put(shopper, [{ ...line, unitPrice: { amount: 9_900, currency: 'GBP' } }]);
    await expect(orders.place(shopper, input)).rejects.toMatchObject({ code: 'conflict', reason: 'checkout_changed' });
    cart.put(shopper, [{ ...line, available: 0 }]);
    await expect(orders.place(shopper, input)).rejects.toMatchObject({
      reason: 'stock_insufficient',
      details: { variantIds: [line.variantId] },
    });
    cart.put(shopper, [line]);
    cart.lacking = [{ variantId: line.variantId, available: 0 }];
    await expect(orders.place(shopper, input)).rejects.toMatchObject({ reason: 'stock_insufficient' });
    cart.lacking = [];
    clock.advance(25 * 3_600_000);
    await expect(orders.place(shopper, input)).rejects.toMatchObject({ code: 'gone', reason: 'checkout_expired' });
    const { rows } = await test.db.pool.query('select 1 from orders.orders where checkout_id = $1', [checkout.id]);
    expect(rows).toEqual([]);
  });

  it('makes one order however often it is submitted, with one link whose hash alone is stored', async () => {
    const shopper = visitor();
    const checkout = await orders.startCheckout(shopper, { country: 'GB' });
    const replies = await Promise.all(Array.from({ length: 12 }, () => orders.place(shopper, placeInput(checkout))));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    const [reply] = replies;
    if (!reply) throw new Error('no reply');
    expect(await events(reply.order.id)).toEqual(['orders/order.placed']);
    const { rows } = await test.db.pool.query('select * from orders.orders where checkout_id = $1', [checkout.id]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(reply.order.accessToken);
  });

  it('splits two sellers into two sub-orders that add up', async () => {
    const [north, south] = [aSeller('North'), aSeller('South')];
    const reply = await placed([
      aLine({ seller: north, quantity: 2 }),
      aLine({ seller: south, unitPrice: { amount: 999, currency: 'GBP' } }),
      aLine({ seller: north }),
    ]);
    const order = await see(reply);
    expect(order.subOrders.map((sub) => [sub.seller.name, sub.lines.length, sub.totals.items.amount])).toEqual([
      ['North', 2, 7_500],
      ['South', 1, 999],
    ]);
    expect(order.totals).toMatchObject({
      items: { amount: 8_499 },
      shipping: { amount: 790 },
      total: { amount: 9_289 },
    });
    expect(reply.payment.amount.amount).toBe(9_289);
    const taxes = order.subOrders.reduce((sum, sub) => sum + sub.totals.tax.amount, 0);
    expect(taxes).toBe(order.totals.tax.amount);
  });

  it('lets a shopper correct the address while paying, and comes back to the same checkout after a reload', async () => {
    const { shopper, checkout, order } = await placed();
    const resumed = await orders.startCheckout(shopper, { country: 'GB' });
    expect(resumed).toMatchObject({ id: checkout.id, status: 'completed', order: { id: order.id } });
    await orders.place(shopper, { ...placeInput(resumed), shippingAddress: anAddress({ line1: '2 Other Road' }) });
    expect((await see({ order })).shippingAddress.line1).toBe('2 Other Road');
  });

  it('gives up the unpaid order when the cart changed, and its stock', async () => {
    const { shopper, checkout, order } = await placed();
    cart.put(shopper, [aLine(), aLine()]);
    const fresh = await orders.startCheckout(shopper, { country: 'GB' });
    expect(fresh.id).not.toBe(checkout.id);
    expect((await see({ order })).status).toBe('cancelled');
    expect(cart.reserved.has(checkout.id)).toBe(false);
    await expect(orders.place(shopper, placeInput(checkout))).rejects.toMatchObject({ reason: 'checkout_expired' });
  });
});

describe('changing country or shipping after placing', () => {
  it('gives the unpaid order up and goes on with a new checkout; a paid one stays as it is', async () => {
    const { shopper, checkout, order } = await placed();
    const changed = await orders.updateCheckout(shopper, { checkoutId: checkout.id, country: 'DE' });
    expect(changed).toMatchObject({ status: 'open', country: 'DE', order: null });
    expect(changed.id).not.toBe(checkout.id);
    expect((await see({ order })).status).toBe('cancelled');

    const paid = await placed();
    await payFor(paid);
    await expect(
      orders.updateCheckout(paid.shopper, { checkoutId: paid.checkout.id, country: 'DE' }),
    ).rejects.toMatchObject({
      reason: 'checkout_completed',
    });
  });
});

describe('payment', () => {
  it('completes once, closes the cart, and only for the whole amount', async () => {
    const reply = await placed();
    await expect(
      orders.completePayment({
        orderId: reply.order.id,
        paymentId: newId(),
        provider: 'test',
        amount: 1,
        currency: 'GBP',
      }),
    ).rejects.toMatchObject({ reason: 'payment_does_not_cover' });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => payFor(reply)));
    expect(outcomes.filter((outcome) => outcome === 'paid')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'already')).toHaveLength(7);
    expect(await events(reply.order.id)).toEqual(['orders/order.placed', 'orders/order.paid']);
    const order = await see(reply);
    expect(order).toMatchObject({
      status: 'paid',
      subOrders: [{ status: 'to_fulfil' }],
      payment: { provider: 'test' },
    });
    expect(order.timeline.map((entry) => entry.kind)).toEqual(['placed', 'paid']);
    await expect(orders.startCheckout(reply.shopper, { country: 'GB' })).rejects.toMatchObject({
      reason: 'cart_empty',
    });
  });

  it('against cancellation: exactly one wins, and a late payment is told so', async () => {
    for (let round = 0; round < 10; round += 1) {
      const reply = await placed();
      const [completion, cancellation] = await Promise.all([
        payFor(reply),
        orders.cancel({ orderId: reply.order.id, reason: 'expired' }),
      ]);
      expect([completion, cancellation.cancelled]).toBeOneOf([
        ['paid', false],
        ['too_late', true],
      ]);
      expect((await see(reply)).status).toBe(cancellation.cancelled ? 'cancelled' : 'paid');
    }
    expect(
      await orders.completePayment({
        orderId: newId(),
        paymentId: newId(),
        provider: 'test',
        amount: 1,
        currency: 'GBP',
      }),
    ).toBe('unknown');
  });

  it('remembers failed attempts once each and still takes the money', async () => {
    const reply = await placed();
    const entry = newId();
    await Promise.all([1, 2].map(() => orders.recordFailedAttempt(reply.order.id, entry, 'Declined.')));
    expect(await see(reply)).toMatchObject({ status: 'payment_failed', subOrders: [{ status: 'pending_payment' }] });
    expect(await payFor(reply)).toBe('paid');
    expect((await see(reply)).timeline.map(({ kind }) => kind)).toEqual(['placed', 'payment_failed', 'paid']);
  });

  it('finds what was never paid', async () => {
    const reply = await placed();
    expect(await orders.overdue()).not.toContain(reply.order.id);
    clock.advance(32 * 60_000);
    expect(await orders.overdue()).toContain(reply.order.id);
    await orders.cancel({ orderId: reply.order.id, reason: 'expired' });
    await orders.cancel({ orderId: reply.order.id, reason: 'expired' });
    expect(await events(reply.order.id)).toEqual(['orders/order.placed', 'orders/order.cancelled']);
    expect((await see(reply)).timeline).toMatchObject([
      { kind: 'placed', reason: null },
      { kind: 'cancelled', reason: 'expired' },
    ]);
    expect(await orders.overdue()).not.toContain(reply.order.id);
  });
});

describe('looking', () => {
  it('answers a wrong number, e-mail, token or owner in the same words', async () => {
    const { order } = await placed();
    const look = (input: { number: string; email: string }) => orders.lookUp(input).catch((error) => error);
    const answers = await Promise.all([
      look({ number: order.number, email: 'other@example.test' }),
      look({ number: 'MH-00000000', email: 'ada@example.test' }),
      orders.order(null, { orderId: order.id }).catch((error) => error),
      orders.order(newId(), { orderId: order.id, accessToken: 'wrong' }).catch((error) => error),
      orders.order(null, { orderId: newId(), accessToken: order.accessToken }).catch((error) => error),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ code: 'not_found', reason: 'order_not_found' });
    expect(new Set(answers.map((answer) => answer.message)).size).toBe(1);
    expect((await orders.lookUp({ number: order.number, email: 'ada@example.test' })).id).toBe(order.id);
  });

  it('lists one’s own orders in pages, newest first', async () => {
    const userId = newId();
    await orders.importOrders(
      Array.from({ length: 5 }, (_, day) => aHistoricOrder({ userId, placedAt: new Date(Date.UTC(2025, 0, day + 1)) })),
    );
    const first = await orders.mine(userId, { limit: 3, cursor: null });
    const second = await orders.mine(userId, { limit: 3, cursor: first.nextCursor ?? '' });
    const days = [...first.orders, ...second.orders].map((order) => order.placedAt.slice(8, 10));
    expect(days).toEqual(['05', '04', '03', '02', '01']);
    expect(second.nextCursor).toBeNull();
    expect((await orders.mine(newId(), { limit: 3 })).orders).toEqual([]);
    await expect(orders.mine(userId, { limit: 3, cursor: 'x' })).rejects.toMatchObject({ reason: 'cursor_invalid' });
  });
});

describe('fulfilling', () => {
  async function paidFor(...names: string[]) {
    const sellers = names.map((name) => aSeller(name));
    const reply = await placed(sellers.map((seller) => aLine({ seller, quantity: 3 })));
    await payFor(reply);
    const order = await see(reply);
    return sellers.map((seller) => {
      const subOrder = order.subOrders.find((sub) => sub.seller.id === seller.id);
      if (!subOrder) throw new Error('no sub-order');
      const actor = { memberships: [{ sellerId: seller.id }] };
      const input = () => ({
        sellerId: seller.id,
        subOrderId: subOrder.id,
        shipmentId: newId(),
        carrier: 'Royal Mail',
        trackingNumber: 'AB123',
      });
      return { seller, subOrder, actor, input, reply };
    });
  }
  const first = <Item>(items: Item[]): Item => {
    const [item] = items;
    if (item === undefined) throw new Error('none');
    return item;
  };

  it('is for the seller’s own people and orders only, and only once paid', async () => {
    const { subOrder, seller, actor, input } = first(await paidFor('North'));
    const stranger = { memberships: [{ sellerId: newId() }] };
    await expect(orders.ship(stranger, input())).rejects.toMatchObject({ code: 'forbidden' });
    const theirs = { ...input(), sellerId: stranger.memberships[0]?.sellerId ?? '' };
    await expect(orders.ship(stranger, theirs)).rejects.toMatchObject({ code: 'not_found' });
    await expect(orders.sellerOrder(stranger, theirs)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      orders.sellerOrders(stranger, { sellerId: seller.id, status: 'all', limit: 10 }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(
      (await orders.sellerOrders(actor, { sellerId: seller.id, status: 'to_fulfil', limit: 10 })).items,
    ).toMatchObject([{ id: subOrder.id, customerName: 'Ada Example', itemCount: 3 }]);

    const unpaidSeller = aSeller('Unpaid');
    const unpaid = await placed([aLine({ seller: unpaidSeller })]);
    const unpaidSub = (await see(unpaid)).subOrders[0];
    const own = { memberships: [{ sellerId: unpaidSeller.id }] };
    expect((await orders.sellerOrders(own, { sellerId: unpaidSeller.id, status: 'all', limit: 10 })).counts.all).toBe(
      0,
    );
    await expect(
      orders.ship(own, { ...input(), sellerId: unpaidSeller.id, subOrderId: unpaidSub?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('ships a part, refuses too much, ships the rest, and each parcel once', async () => {
    const { subOrder, actor, input, reply } = first(await paidFor('North'));
    const orderLineId = subOrder.lines[0]?.id ?? '';
    await expect(orders.ship(actor, { ...input(), lines: [{ orderLineId, quantity: 4 }] })).rejects.toMatchObject({
      reason: 'quantity_exceeded',
    });
    await expect(
      orders.ship(actor, { ...input(), lines: [{ orderLineId: newId(), quantity: 1 }] }),
    ).rejects.toMatchObject({ reason: 'quantity_exceeded' });
    const part = { ...input(), lines: [{ orderLineId, quantity: 1 }] };
    const [shipped] = await Promise.all([1, 2, 3, 4].map(() => orders.ship(actor, part)));
    expect(shipped?.subOrder).toMatchObject({ status: 'partially_shipped', lines: [{ shippedQuantity: 1 }] });
    expect(shipped?.subOrder.shipments).toHaveLength(1);
    const rest = await orders.ship(actor, input());
    expect(rest.subOrder).toMatchObject({ status: 'shipped', lines: [{ shippedQuantity: 3 }] });
    expect(rest.subOrder.shipments[1]?.trackingUrl).toContain('royalmail.com');
    await expect(orders.ship(actor, input())).rejects.toMatchObject({ code: 'conflict', reason: 'not_shippable' });
    expect((await see(reply)).status).toBe('shipped');

    for (const shipment of rest.subOrder.shipments) {
      const delivered = { sellerId: part.sellerId, subOrderId: part.subOrderId, shipmentId: shipment.id };
      await orders.markDelivered(actor, delivered);
      await orders.markDelivered(actor, delivered);
    }
    expect((await see(reply)).status).toBe('delivered');
    expect((await events(reply.order.id)).filter((name) => name.startsWith('orders/shipment'))).toHaveLength(4);
  });

  it('refuses what waits for stock, sends the rest, and all of it once that has come', async () => {
    const { subOrder, seller, actor, input, reply } = first(await paidFor('North'));
    const { id: orderLineId, variantId } = subOrder.lines[0] ?? { id: '', variantId: '' };
    const note = (waiting: number, version: number) =>
      orders.noteWaiting([
        { checkoutId: reply.checkout.id, variantId, waiting, expectedOn: '2026-04-02', version },
        { checkoutId: newId(), variantId, waiting: 9, expectedOn: null, version: 9 },
      ]);
    expect(await note(3, 1)).toBe(1);
    await expect(orders.ship(actor, input())).rejects.toMatchObject({ reason: 'line_waits_for_stock' });
    expect(await note(2, 2)).toBe(1);
    // Late news.
    expect(await note(3, 1)).toBe(0);
    expect((await see(reply)).subOrders[0]?.lines[0]).toMatchObject({ waitingQuantity: 2, expectedOn: '2026-04-02' });
    const list = await orders.sellerOrders(actor, { sellerId: seller.id, status: 'to_fulfil', limit: 10 });
    expect(list.items[0]).toMatchObject({ itemCount: 3, waitingCount: 2 });
    await expect(orders.ship(actor, { ...input(), lines: [{ orderLineId, quantity: 2 }] })).rejects.toMatchObject({
      reason: 'line_waits_for_stock',
    });
    await expect(orders.ship(actor, { ...input(), lines: [{ orderLineId, quantity: 4 }] })).rejects.toMatchObject({
      reason: 'quantity_exceeded',
    });
    expect((await orders.ship(actor, input())).subOrder).toMatchObject({
      status: 'partially_shipped',
      lines: [{ shippedQuantity: 1, waitingQuantity: 2 }],
    });
    await note(0, 3);
    expect((await orders.ship(actor, input())).subOrder).toMatchObject({
      status: 'shipped',
      lines: [{ shippedQuantity: 3, waitingQuantity: 0 }],
    });
  });

  it('lets two sellers ship at once: the order is shipped when both have', async () => {
    const parts = await paidFor('North', 'South');
    await Promise.all(parts.map(({ actor, input }) => orders.ship(actor, input())));
    expect((await see(first(parts).reply)).status).toBe('shipped');
  });
});

describe('importing', () => {
  it('takes each order once, in few statements', async () => {
    const historic = Array.from({ length: 500 }, () => aHistoricOrder());
    test.statements.length = 0;
    expect(await orders.importOrders(historic)).toEqual({ imported: 500, skipped: 0 });
    expect(test.statements.length).toBeLessThanOrEqual(3);
    expect(await orders.importOrders(historic)).toEqual({ imported: 0, skipped: 500 });
    const [sample] = historic;
    const { rows } = await test.db.pool.query(
      `select o.status, o.total, o.tax, (select count(*)::int from orders.order_lines l where l.order_id = o.id) as lines
       from orders.orders o where source_ref = $1`,
      [sample?.sourceRef],
    );
    expect(rows).toEqual([{ status: 'delivered', total: 2_400, tax: 400, lines: 1 }]);
  });
});

describe('before money that is held is taken', () => {
  const asked = (reply: { order: { id: string }; payment: { amount: { amount: number } } }, difference = 0) =>
    orders.awaitsPayment({
      orderId: reply.order.id,
      amount: reply.payment.amount.amount + difference,
      currency: 'GBP',
    });
  const later = () => fixed.advance(orders.paymentWindowMs + 1_000);

  it('the order waits for exactly its amount, in its currency, and for nothing once it is paid or cancelled', async () => {
    const reply = await placed();
    expect(await asked(reply)).toBe(true);
    expect(await asked(reply, 1)).toBe(false);
    expect(
      await orders.awaitsPayment({ orderId: reply.order.id, amount: reply.payment.amount.amount, currency: 'EUR' }),
    ).toBe(false);
    await payFor(reply);
    expect(await asked(reply)).toBe(false);
    const gone = await placed();
    await orders.cancel({ orderId: gone.order.id, reason: 'expired' });
    expect(await asked(gone)).toBe(false);
    expect(await orders.awaitsPayment({ orderId: newId(), amount: 1, currency: 'GBP' })).toBe(false);
  });

  it('after its deadline it takes its units again while there are any', async () => {
    const reply = await placed([aLine({ quantity: 3 })]);
    cart.reserved.clear();
    later();
    expect(await asked(reply)).toBe(true);
    expect(cart.reserved.get(reply.checkout.id)).toBe(3);
    expect(await payFor(reply)).toBe('paid');
  });

  it('after its deadline and sold meanwhile, it ends and tells why; the money is not wanted', async () => {
    const line = aLine();
    const reply = await placed([line]);
    later();
    cart.lacking = [{ variantId: line.variantId, available: 0 }];
    expect(await asked(reply)).toBe(false);
    cart.lacking = [];
    const order = await see(reply);
    expect(order.status).toBe('cancelled');
    expect(order.timeline.at(-1)).toMatchObject({ kind: 'cancelled', reason: 'stock_lost' });
    expect(await events(reply.order.id)).toContain(orderCancelled.name);
    expect(await payFor(reply)).toBe('too_late');
  });

  it('money of another payment, when one has paid already, goes back', async () => {
    const reply = await placed();
    await payFor(reply);
    expect(await payFor({ ...reply, payment: { ...reply.payment, id: newId() } })).toBe('too_late');
    expect(await payFor(reply)).toBe('already');
  });
});
