import { newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openShop, type Shop } from './testing/shop.ts';

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

const mailsTo = async (address: string) => (await shop.mailbox.list(50, address)).map((mail) => mail.template);

/** Four units paid by a guest, two of them sent; so many are left in stock. */
async function sent(stock = 10) {
  const variant = await shop.stocked(stock, { unitPrice: { amount: 1_001, currency: 'GBP' } });
  const placed = await shop.place(await shop.shopper([[variant.variantId, 4]]));
  const { id: paymentId, clientSecret } = placed.payment;
  const card = shop.card('4242 4242 4242 4242');
  await shop.payments.confirmTest({ paymentId, clientSecret, card, returnUrl: '/checkout/return' });
  await shop.settle();
  const { id: orderId, accessToken } = placed.order;
  const see = () => shop.orders.order(null, { orderId, accessToken });
  const [part] = (await see()).subOrders;
  const sellerId = part?.seller.id ?? '';
  const which = { sellerId, subOrderId: part?.id ?? '' };
  const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
  const line = { orderLineId: part?.lines[0]?.id ?? '', quantity: 2 };
  const send = async (lines = [line]) => {
    const shipmentId = newId();
    await shop.orders.ship(actor, { ...which, shipmentId, carrier: 'DHL', trackingNumber: 'JD1', lines });
    return shipmentId;
  };
  const lose = (shipmentId: string, outcome: 'resend' | 'refund', who = actor) =>
    shop.orders.loseParcel(who, { ...which, shipmentId, outcome });
  const { variantId } = variant;
  return { placed, email: placed.email, variantId, which, actor, see, send, lose, shipmentId: await send() };
}

it('refuses strangers, parcels that arrived or are not there, and what cannot be sent again; nothing changes', async () => {
  const one = await sent(4);
  const stranger = { id: newId(), memberships: [{ sellerId: newId(), role: 'owner' as const }] };
  await expect(one.lose(one.shipmentId, 'refund', stranger)).rejects.toMatchObject({ code: 'forbidden' });
  const other = { ...one.which, sellerId: stranger.memberships[0]?.sellerId ?? '', shipmentId: one.shipmentId };
  await expect(shop.orders.loseParcel(stranger, { ...other, outcome: 'refund' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(one.lose(newId(), 'refund')).rejects.toMatchObject({ reason: 'shipment_not_found' });
  await expect(one.lose(one.shipmentId, 'resend')).rejects.toMatchObject({
    reason: 'stock_insufficient',
    details: { variantIds: [one.variantId] },
  });
  await shop.orders.markDelivered(one.actor, { ...one.which, shipmentId: one.shipmentId });
  await expect(one.lose(one.shipmentId, 'refund')).rejects.toMatchObject({ reason: 'parcel_not_under_way' });
  expect(await one.see()).toMatchObject({
    status: 'partially_shipped',
    subOrders: [{ shipments: [{ status: 'delivered' }], lines: [{ shippedQuantity: 2, cancelledQuantity: 0 }] }],
  });
});

it('is sent once more from the stock, said four times at once; then the order goes on as any other', async () => {
  const one = await sent();
  const second = await one.send();
  await shop.orders.markDelivered(one.actor, { ...one.which, shipmentId: second });
  await shop.settle();
  expect(await one.see()).toMatchObject({ status: 'shipped' });
  await Promise.all([1, 2, 3, 4].map(() => one.lose(one.shipmentId, 'resend')));
  await shop.settle();
  expect(await shop.stock(one.variantId)).toEqual({ onHand: 4, reserved: 0 });
  const order = await one.see();
  expect(order).toMatchObject({
    status: 'partially_shipped',
    subOrders: [{ status: 'partially_shipped', shipments: [{ status: 'lost' }, { status: 'delivered' }], refunds: [] }],
  });
  expect(order.timeline.filter(({ kind }) => kind === 'parcel_lost')).toMatchObject([{ detail: { number: 'JD1' } }]);
  expect((await mailsTo(one.email)).filter((template) => template === 'parcel-lost')).toHaveLength(1);
  const third = await one.send();
  expect(await one.see()).toMatchObject({ status: 'shipped' });
  await shop.orders.markDelivered(one.actor, { ...one.which, shipmentId: third });
  expect(await one.see()).toMatchObject({
    status: 'delivered',
    subOrders: [{ status: 'delivered', lines: [{ shippedQuantity: 4, cancelledQuantity: 0 }] }],
  });
});

it('everything lost is to be sent again; cancelled instead, money and the units that were taken go back', async () => {
  const one = await sent();
  await one.lose(one.shipmentId, 'resend');
  await shop.settle();
  expect(await one.see()).toMatchObject({ status: 'paid', subOrders: [{ status: 'to_fulfil' }] });
  expect(await shop.stock(one.variantId)).toEqual({ onHand: 4, reserved: 0 });
  const request = { ...one.which, requestId: newId(), reason: 'other' as const, note: '' };
  await shop.orders.cancelSold(one.actor, request);
  await shop.settle();
  expect(await one.see()).toMatchObject({ status: 'cancelled', refunds: one.placed.payment.amount });
  expect(await shop.stock(one.variantId)).toEqual({ onHand: 8, reserved: 0 });
});

it('given back, its price goes back once and nothing into the stock; with the last parcel its delivery too', async () => {
  const one = await sent();
  await Promise.all([1, 2, 3].map(() => one.lose(one.shipmentId, 'refund')));
  await shop.settle();
  expect(await shop.stock(one.variantId)).toEqual({ onHand: 6, reserved: 0 });
  expect(await one.see()).toMatchObject({
    status: 'paid',
    refunds: { amount: 2_002 },
    subOrders: [{ status: 'to_fulfil', lines: [{ shippedQuantity: 0, cancelledQuantity: 2 }] }],
  });
  expect(await mailsTo(one.email)).toEqual(
    expect.arrayContaining(['order-confirmation', 'order-shipped', 'parcel-lost']),
  );
  expect(await mailsTo(one.email)).not.toContain('items-cancelled');
  await one.lose(await one.send(), 'refund');
  await shop.settle();
  expect(await one.see()).toMatchObject({
    status: 'cancelled',
    refunds: one.placed.payment.amount,
    payment: { status: 'refunded' },
    subOrders: [{ status: 'cancelled', refundable: { amount: 0 } }],
  });
});

it('said to be lost both ways, or lost and arrived, at once: one of them happened', async () => {
  for (let round = 0; round < 6; round += 1) {
    const one = await sent();
    const answers = await Promise.allSettled([
      one.lose(one.shipmentId, 'resend'),
      one.lose(one.shipmentId, 'refund'),
      shop.orders.markDelivered(one.actor, { ...one.which, shipmentId: one.shipmentId }),
    ]);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ reason: 'parcel_not_under_way' });
    await shop.settle();
    const [part] = (await one.see()).subOrders;
    const refunded = part?.lines[0]?.cancelledQuantity ?? 0;
    const arrived = part?.shipments[0]?.status === 'delivered';
    expect(part).toMatchObject({ lines: [{ shippedQuantity: arrived ? 2 : 0 }], refunds: refunded ? [{}] : [] });
    // A hold of the one that lost ends by itself.
    const stock = await shop.stock(one.variantId);
    expect(stock?.onHand).toBe(arrived || refunded ? 6 : 4);
  }
});
