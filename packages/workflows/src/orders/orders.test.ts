import { saveShopPromotionInput } from '@mallhive/cart/promotions';
import { countStatements } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { anAddress } from '@mallhive/orders/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { handleReservations } from './expire-reservation.ts';
import { handlePlacedOrders } from './place-order.ts';
import { handleSweep } from './sweep-orders.ts';
import { openShop, type Shop, twice } from './testing/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.settle();
  expect(await shop.invariants()).toEqual([]);
  expect(await shop.payments.firstImbalance()).toBeNull();
});
afterAll(() => shop.close());

const seller = (name: string) => ({ id: newId(), slug: name.toLowerCase(), name });
type Placed = Awaited<ReturnType<Shop['place']>>;
const confirm = ({ payment }: Placed, number = '4242 4242 4242 4242') =>
  shop.payments.confirmTest({
    paymentId: payment.id,
    clientSecret: payment.clientSecret,
    card: shop.card(number),
    returnUrl: '/checkout/return?step=2',
  });
const see = ({ order }: Placed) => shop.orders.order(null, { orderId: order.id, accessToken: order.accessToken });
const mailsTo = async (address: string) => (await shop.mailbox.list(50, address)).map((mail) => mail.template);

describe('the path', () => {
  it('from cart to parcel, over a declined card, with two sellers', async () => {
    const [north, south] = [seller('North'), seller('South')];
    const products = [
      await shop.stocked(5, { seller: north }),
      await shop.stocked(5, { seller: south }),
      await shop.stocked(5, { seller: north }),
    ];
    const owner = await shop.shopper(products.map(({ variantId }) => [variantId, 2] as const));
    const placed = await shop.place(owner);
    expect(await confirm(placed, '4000 0000 0000 0002')).toMatchObject({ failure: { code: 'card_declined' } });
    await shop.settle();
    expect((await see(placed)).status).toBe('payment_failed');

    expect(await confirm(placed)).toMatchObject({ status: 'captured' });
    expect((await see(placed)).status).toBe('paid');
    expect((await shop.cart.get(owner)).cart.lines).toEqual([]);
    await shop.settle();
    for (const { variantId } of products) expect(await shop.stock(variantId)).toEqual({ onHand: 3, reserved: 0 });
    expect(await mailsTo(placed.email)).toEqual(['order-confirmation']);
    for (const { id } of [north, south]) expect(await mailsTo(`${id}@seller.test`)).toEqual(['seller-new-order']);

    const order = await see(placed);
    for (const subOrder of order.subOrders) {
      const sellerId = subOrder.seller.id;
      const parcel = {
        sellerId,
        subOrderId: subOrder.id,
        shipmentId: newId(),
        carrier: 'DHL',
        trackingNumber: 'JD0001',
      };
      await shop.orders.ship({ memberships: [{ sellerId }] }, parcel);
    }
    await shop.settle();
    expect((await mailsTo(placed.email)).sort()).toEqual(['order-confirmation', 'order-shipped', 'order-shipped']);
    const found = await shop.orders.lookUp({ number: order.number, email: placed.email });
    expect(found).toMatchObject({ status: 'shipped', payment: { status: 'captured', card: 'Visa 4242' } });
    const [mail] = await shop.mailbox.list(1, placed.email);
    expect((await shop.mailbox.find(mail?.id ?? ''))?.text).toContain('JD0001');
  });

  it('with a second step, completed at the bank, told by webhook and return at once', async () => {
    const variant = await shop.stocked(1);
    const placed = await shop.place(await shop.shopper([[variant.variantId, 1]]));
    const { actionUrl, status } = await confirm(placed, '4000 0025 0000 3155');
    expect(status).toBe('requires_action');
    const url = actionUrl ?? '';
    expect((await shop.provider.handlePage({ method: 'GET', url }))?.body).toContain('Complete');
    expect(
      (await shop.provider.handlePage({ method: 'GET', url: url.replace(/client_secret=.*/, 'client_secret=x') }))
        ?.status,
    ).toBe(404);
    const client_secret = new URLSearchParams(url.split('?')[1]).get('client_secret') ?? '';
    const answer = await shop.provider.handlePage({
      method: 'POST',
      url,
      form: { client_secret, outcome: 'complete' },
    });
    expect(answer).toMatchObject({
      status: 303,
      headers: { location: `/checkout/return?step=2&payment=${placed.payment.id}&payment_result=succeeded` },
    });
    const { id: paymentId, clientSecret } = placed.payment;
    const replies = await Promise.all([
      shop.payments.status({ paymentId, clientSecret }),
      shop.provider.deliverDue(),
      shop.payments.status({ paymentId, clientSecret }),
    ]);
    expect(replies[0]).toMatchObject({ status: 'captured' });
    expect((await see(placed)).timeline.filter((entry) => entry.kind === 'paid')).toHaveLength(1);
  });
});

describe('races', () => {
  it('sells the last unit to exactly one of twenty-four shoppers', async () => {
    const last = await shop.stocked(1);
    const owners = await Promise.all(Array.from({ length: 24 }, () => shop.shopper([[last.variantId, 1]])));
    const results = await Promise.allSettled(owners.map((owner) => shop.place(owner)));
    const won = results.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ reason: 'stock_insufficient' });
    }
    for (const { value } of won) await confirm(value);
    await shop.settle();
    expect(await shop.stock(last.variantId)).toEqual({ onHand: 0, reserved: 0 });
  });

  it('lets carts with the same products in opposite order through', async () => {
    const [one, two] = [await shop.stocked(100), await shop.stocked(100)];
    const owners = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const lines = [
          [one.variantId, 1],
          [two.variantId, 1],
        ] as [string, number][];
        return shop.shopper(index % 2 ? lines : lines.reverse());
      }),
    );
    const placed = await Promise.all(owners.map((owner) => shop.place(owner)));
    await Promise.all(placed.map((one_) => confirm(one_)));
    await shop.settle();
    expect(await shop.stock(one.variantId)).toEqual({ onHand: 80, reserved: 0 });
    expect(await shop.stock(two.variantId)).toEqual({ onHand: 80, reserved: 0 });
  });

  it('makes one order and one payment of a checkout that is submitted sixteen times', async () => {
    const variant = await shop.stocked(9);
    const owner = await shop.shopper([[variant.variantId, 2]]);
    const checkout = await shop.orders.startCheckout(owner, { country: 'GB' });
    const input = {
      checkoutId: checkout.id,
      revision: checkout.revision,
      email: 'ada@example.test',
      shippingAddress: anAddress(),
      provider: 'test',
    };
    const replies = await Promise.all(Array.from({ length: 16 }, () => shop.orders.place(owner, input)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(await shop.stock(variant.variantId)).toEqual({ onHand: 9, reserved: 2 });
  });

  it('pays or cancels, never both, when the deadline and the money come together', async () => {
    for (let round = 0; round < 6; round += 1) {
      const variant = await shop.stocked(1);
      const placed = await shop.place(await shop.shopper([[variant.variantId, 1]]));
      await Promise.all([confirm(placed), shop.orders.cancel({ orderId: placed.order.id, reason: 'expired' })]);
      await shop.settle();
      const order = await see(placed);
      expect([order.status, order.payment?.status, (await shop.stock(variant.variantId))?.onHand]).toBeOneOf([
        ['paid', 'captured', 0],
        ['cancelled', 'refunded', 1],
        ['cancelled', 'cancelled', 1],
      ]);
    }
  });
});

describe('what goes wrong', () => {
  it('an order nobody pays for ends cancelled, its stock and its payment with it', async () => {
    const variant = await shop.stocked(1);
    const placed = await shop.place(await shop.shopper([[variant.variantId, 1]]));
    const eventOf = async (orderId: string) => ({
      data: (
        await shop.query<{ data: unknown }>(
          `select data from orders.outbox where name = 'orders/order.placed' and data->>'orderId' = $1`,
          [orderId],
        )
      )[0]?.data,
    });
    const event = await eventOf(placed.order.id);
    const paid = await shop.place(await shop.shopper([[(await shop.stocked(1)).variantId, 1]]));
    await confirm(paid);
    const alsoPlaced = await eventOf(paid.order.id);
    expect(await handlePlacedOrders(shop.dependencies, [alsoPlaced, event], twice)).toMatchObject({ placed: 2 });
    expect((await see(paid)).status).toBe('paid');
    await shop.settle();
    expect(await see(placed)).toMatchObject({ status: 'cancelled', payment: { status: 'cancelled' } });
    expect(await shop.stock(variant.variantId)).toEqual({ onHand: 1, reserved: 0 });
    expect(await mailsTo(placed.email)).toEqual(['order-cancelled']);
    expect(await confirm(placed)).toMatchObject({ status: 'cancelled' });
  });

  it('timers and webhooks that were lost are swept up', async () => {
    const variant = await shop.stocked(3);
    const unpaid = await shop.place(await shop.shopper([[variant.variantId, 1]]));
    const paid = await shop.place(await shop.shopper([[variant.variantId, 1]]));
    await confirm(paid);
    // Reserved, and the process died before the order was written.
    await shop.cart.reserve({
      checkoutId: newId(),
      cartId: newId(),
      lines: [{ variantId: variant.variantId, quantity: 1 }],
      expiresAt: new Date(shop.clock.now().getTime() + 60_000),
    });
    shop.clock.advance(50 * 60_000);
    await handleSweep(shop.dependencies, twice);
    await shop.settle();
    expect((await see(unpaid)).status).toBe('cancelled');
    expect((await see(paid)).status).toBe('paid');
    expect(await shop.stock(variant.variantId)).toEqual({ onHand: 2, reserved: 0 });
  });

  it('a reservation’s own timer gives back what nobody ordered', async () => {
    const variant = await shop.stocked(1);
    const checkoutId = newId();
    const expiresAt = new Date(shop.clock.now().getTime() + 60_000);
    await shop.cart.reserve({
      checkoutId,
      cartId: null,
      lines: [{ variantId: variant.variantId, quantity: 1 }],
      expiresAt,
    });
    const event = { data: { checkoutId, expiresAt: expiresAt.toISOString() } };
    expect(await handleReservations(shop.dependencies, [event], twice)).toEqual({ committed: 0, released: 0 });
    expect(await shop.stock(variant.variantId)).toMatchObject({ reserved: 1 });
    shop.clock.advance(61_000);
    await handleReservations(shop.dependencies, [event], twice);
    expect(await shop.stock(variant.variantId)).toMatchObject({ reserved: 0 });
  });

  it('money for units that were sold meanwhile goes back, and the shopper is told', async () => {
    const variant = await shop.stocked(1);
    const slow = await shop.place(await shop.shopper([[variant.variantId, 1]]));
    await shop.cart.release(slow.checkout.id);
    const quick = await shop.place(await shop.shopper([[variant.variantId, 1]]));
    await confirm(quick);
    await shop.settle();
    await confirm(slow);
    await shop.settle();
    expect(await see(quick)).toMatchObject({ status: 'paid' });
    expect(await see(slow)).toMatchObject({ status: 'cancelled', payment: { status: 'refunded' } });
    expect((await see(slow)).timeline.at(-1)?.kind).toBe('refunded');
    expect(await mailsTo(slow.email)).toEqual(['order-cancelled']);
    expect(await shop.stock(variant.variantId)).toEqual({ onHand: 0, reserved: 0 });
  });
});

describe('a code whose last use went to somebody else', () => {
  /** Two who carry the same code of one use; the first one's hold has run out, the second one has paid with it. */
  async function overtaken(units: number) {
    const variant = await shop.stocked(units, { unitPrice: { amount: 1_000, currency: 'GBP' } });
    const [id, code] = [newId(), `LAST-${newId().slice(-12).toUpperCase()}`];
    const rules = { id, title: 'Last', kind: 'percent', percentBp: 2_500, startsAt: '2020-01-01T00:00:00Z' };
    const limits = { codes: [code], limitTotal: 1, limitCustomer: 1 };
    await shop.cart.saveShopPromotion({ id: newId() }, saveShopPromotionInput.parse({ ...rules, ...limits }));
    const withCode = async () => {
      const owner = await shop.shopper([[variant.variantId, 1]]);
      await shop.cart.applyCoupon(owner, { code }, '127.0.0.1');
      return shop.place(owner);
    };
    const slow = await withCode();
    await shop.cart.release(slow.checkout.id);
    const quick = await withCode();
    await confirm(quick);
    await shop.settle();
    const uses = async () => (await shop.cart.shopPromotions()).promotions.find((one) => one.id === id)?.uses;
    return { variant, slow, quick, uses };
  }

  it('stands for who ordered with it and pays late: counted outside of the limit', async () => {
    const { slow, quick, uses } = await overtaken(2);
    expect(await uses()).toEqual({ held: 0, taken: 1, overLimit: 0 });
    await confirm(slow);
    await shop.settle();
    expect(await uses()).toEqual({ held: 0, taken: 2, overLimit: 1 });
    for (const placed of [slow, quick]) {
      expect(await see(placed)).toMatchObject({ status: 'paid', payment: { status: 'captured' } });
      const rows = await shop.query('select discount from orders.orders where id = $1', [placed.order.id]);
      expect(rows).toEqual([{ discount: 250 }]);
    }
  });

  it('goes back with everything else when the units are gone as well', async () => {
    const { variant, slow, uses } = await overtaken(1);
    await confirm(slow);
    await shop.settle();
    expect(await see(slow)).toMatchObject({ status: 'cancelled', payment: { status: 'refunded' } });
    expect(await uses()).toEqual({ held: 0, taken: 1, overLimit: 0 });
    expect(await shop.stock(variant.variantId)).toEqual({ onHand: 0, reserved: 0 });
  });
});

describe('what it costs', () => {
  it('places three lines from two sellers in at most 15 statements, and fifty lines in no more than two more', async () => {
    const [north, south] = [seller('North'), seller('South')];
    const statementsFor = async (count: number) => {
      const lines: [string, number][] = [];
      for (let index = 0; index < count; index += 1) {
        lines.push([(await shop.stocked(9, { seller: index % 2 ? south : north })).variantId, 1]);
      }
      const owner = await shop.shopper(lines);
      const checkout = await shop.orders.startCheckout(owner, { country: 'GB' });
      const input = {
        checkoutId: checkout.id,
        revision: checkout.revision,
        email: 'ada@example.test',
        shippingAddress: anAddress(),
        provider: 'test',
      };
      return countStatements(shop.test, () => shop.orders.place(owner, input));
    };
    const [three, fifty] = [await statementsFor(3), await statementsFor(50)];
    expect(three).toBeLessThanOrEqual(15);
    expect(fifty).toBeLessThanOrEqual(three + 2);
  });
});
