import { newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openShop, type Shop } from '../orders/testing/shop.ts';

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

/** Three units of one product, paid, sent and there; `other` is a second variant of the same product. */
async function arrived(otherPrice = 1_000) {
  const seller = { id: newId(), slug: 'north', name: 'North' };
  const productId = newId();
  const price = (amount: number) => ({ seller, productId, unitPrice: { amount, currency: 'GBP' as const } });
  const variant = await shop.stocked(10, price(1_001));
  const other = await shop.stocked(2, { ...price(otherPrice), variantTitle: 'Blue' });
  const placed = await shop.place(await shop.shopper([[variant.variantId, 3]]));
  const { id: paymentId, clientSecret } = placed.payment;
  const card = shop.card('4242 4242 4242 4242');
  await shop.payments.confirmTest({ paymentId, clientSecret, card, returnUrl: '/checkout/return' });
  await shop.settle();
  const { id: orderId, accessToken } = placed.order;
  const see = () => shop.orders.order(null, { orderId, accessToken });
  const part = (await see()).subOrders[0];
  const line = part?.lines[0];
  if (!part || !line) throw new Error('no part');
  const actor = { id: newId(), memberships: [{ sellerId: seller.id, role: 'owner' as const }] };
  const which = { sellerId: seller.id, subOrderId: part.id };
  const shipmentId = newId();
  await shop.orders.ship(actor, { ...which, shipmentId, carrier: 'DHL', trackingNumber: 'JD1' });
  const deliver = () => shop.orders.markDelivered(actor, { ...which, shipmentId });
  const ask = (quantity: number, more: { returnId?: string; exchange?: string; orderLineId?: string } = {}) =>
    shop.orders.requestReturn(null, {
      orderId,
      accessToken,
      returnId: more.returnId ?? newId(),
      wish: more.exchange ? 'exchange' : 'refund',
      note: 'Too dark',
      lines: [
        {
          orderLineId: more.orderLineId ?? line.id,
          quantity,
          reason: 'not_as_described',
          ...(more.exchange ? { exchangeVariantId: more.exchange } : {}),
        },
      ],
    });
  const seen = (returnId: string) => ({ sellerId: seller.id, returnId });
  const approve = (returnId: string) =>
    shop.orders.decideReturn(actor, { ...seen(returnId), decision: 'approve', text: 'To Leeds, please' });
  const receive = (returnId: string) => shop.orders.receiveReturn(actor, seen(returnId));
  const inspect = async (returnId: string, acceptedQuantity: number, restock = true, note = '') => {
    const { return: one } = await shop.orders.sellerReturn(actor, seen(returnId));
    return shop.orders.inspectReturn(actor, {
      ...seen(returnId),
      note,
      lines: one.lines.map(({ id }) => ({
        returnLineId: id,
        condition: restock ? ('as_new' as const) : ('damaged' as const),
        acceptedQuantity,
        restock,
      })),
    });
  };
  return {
    seller,
    variant,
    other,
    placed,
    orderId,
    accessToken,
    see,
    line,
    actor,
    which,
    deliver,
    ask,
    approve,
    receive,
    inspect,
    seen,
  };
}

it('only what arrived, within the window, once, and only by who bought it', async () => {
  const one = await arrived();
  await expect(one.ask(1)).rejects.toMatchObject({ reason: 'not_returnable' });
  await one.deliver();
  await expect(one.ask(4)).rejects.toMatchObject({
    reason: 'not_returnable',
    details: { orderLineIds: [one.line.id] },
  });
  await expect(one.ask(1, { orderLineId: newId() })).rejects.toMatchObject({ reason: 'not_returnable' });
  const lines = [{ orderLineId: one.line.id, quantity: 1, reason: 'other' as const }];
  await expect(
    shop.orders.requestReturn(newId(), { orderId: one.orderId, returnId: newId(), wish: 'refund', note: '', lines }),
  ).rejects.toMatchObject({ reason: 'order_not_found' });
  // At once from two places: each unit in one return.
  const results = await Promise.allSettled([one.ask(2), one.ask(2), one.ask(2)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await one.see()).subOrders[0]?.lines).toMatchObject([{ returnedQuantity: 2 }]);
  const stranger = { memberships: [{ sellerId: newId() }] };
  const [first] = (await one.see()).subOrders[0]?.returns ?? [];
  await expect(shop.orders.sellerReturn(stranger, one.seen(first?.id ?? ''))).rejects.toMatchObject({
    code: 'forbidden',
  });
  const theirs = { sellerId: stranger.memberships[0]?.sellerId ?? '', returnId: first?.id ?? '' };
  await expect(shop.orders.receiveReturn(stranger, theirs)).rejects.toMatchObject({ code: 'not_found' });
  shop.clock.advance(31 * 86_400_000);
  await expect(one.ask(1)).rejects.toMatchObject({ reason: 'not_returnable' });
});

it('from the wish to the money: approved, sent, received, checked, back in stock, once each', async () => {
  const one = await arrived();
  await one.deliver();
  const returnId = newId();
  await Promise.all([1, 2].map(() => one.ask(2, { returnId })));
  await shop.settle();
  expect(await mailsTo(`${one.seller.id}@seller.test`)).toEqual(['seller-order-changed', 'seller-new-order']);
  await expect(one.receive(returnId)).rejects.toMatchObject({ reason: 'return_not_open' });
  await one.approve(returnId);
  await shop.orders.sendReturn(null, {
    orderId: one.orderId,
    accessToken: one.accessToken,
    returnId,
    carrier: 'Post',
    trackingNumber: 'R1',
  });
  await Promise.all([1, 2].map(() => one.receive(returnId)));
  await expect(one.inspect(returnId, 3)).rejects.toMatchObject({ reason: 'inspection_incomplete' });
  await expect(one.inspect(returnId, 1)).rejects.toMatchObject({ reason: 'inspection_incomplete' });
  await Promise.all([1, 2, 3].map(() => one.inspect(returnId, 2)));
  await shop.settle();
  const order = await one.see();
  expect(order).toMatchObject({
    status: 'delivered',
    refunds: { amount: 2_002 },
    payment: { status: 'partially_refunded' },
    subOrders: [{ returns: [{ status: 'closed', carrier: 'Post', lines: [{ acceptedQuantity: 2, restock: true }] }] }],
  });
  expect(await shop.stock(one.variant.variantId)).toEqual({ onHand: 9, reserved: 0 });
  expect(await mailsTo(one.placed.email)).toEqual([
    'order-refunded',
    'return-update',
    'return-update',
    'return-update',
    'order-shipped',
    'order-confirmation',
  ]);
  expect(
    (await shop.orders.sellerReturns(one.actor, { sellerId: one.seller.id, status: 'closed', limit: 9 })).items,
  ).toMatchObject([{ id: returnId, units: 2, customerName: 'Ada Example' }]);
  const mine = await shop.orders.ordersOfPerson(newId(), one.placed.email);
  expect(mine).toMatchObject([{ returns: [{ note: 'Too dark', status: 'closed' }], refunds: [{ amount: 2_002 }] }]);
  // What is left of the part is not more than what was paid.
  await one.ask(1);
  await expect(one.ask(1)).rejects.toMatchObject({ reason: 'not_returnable' });
});

it('refused with a reason, and can be asked for again; damaged goods do not go into the stock', async () => {
  const one = await arrived();
  await one.deliver();
  const refused = newId();
  await one.ask(3, { returnId: refused });
  await shop.orders.decideReturn(one.actor, { ...one.seen(refused), decision: 'refuse', text: 'It was worn' });
  await expect(one.approve(refused)).rejects.toMatchObject({ reason: 'return_not_open' });
  expect((await one.see()).subOrders[0]).toMatchObject({
    lines: [{ returnedQuantity: 0 }],
    returns: [{ status: 'refused', decision: 'It was worn' }],
  });
  const returnId = newId();
  await one.ask(3, { returnId });
  await one.approve(returnId);
  await one.receive(returnId);
  await one.inspect(returnId, 1, false, 'Two are missing');
  await shop.settle();
  expect(await one.see()).toMatchObject({ refunds: { amount: 1_001 } });
  expect(await shop.stock(one.variant.variantId)).toEqual({ onHand: 7, reserved: 0 });
});

it('a person who goes takes the words of their return along', async () => {
  const one = await arrived();
  await one.deliver();
  await one.ask(1);
  await shop.orders.forgetPerson(newId(), one.placed.email);
  expect(await shop.query('select note from orders.returns where order_id = $1', [one.orderId])).toEqual([
    { note: '' },
  ]);
});

it('nothing accepted: nothing goes back, and it ends there', async () => {
  const one = await arrived();
  await one.deliver();
  const returnId = newId();
  await one.ask(1, { returnId });
  await one.approve(returnId);
  await one.receive(returnId);
  await one.inspect(returnId, 0, false, 'The box was empty');
  expect((await one.see()).subOrders[0]).toMatchObject({ refunds: [], returns: [{ status: 'closed' }] });
});

it('exchanged for a cheaper one: a new part to pack, the difference goes back, stock follows both ways', async () => {
  const one = await arrived(900);
  await one.deliver();
  await expect(one.ask(1, { exchange: newId() })).rejects.toMatchObject({ reason: 'exchange_unavailable' });
  const returnId = newId();
  await one.ask(2, { returnId, exchange: one.other.variantId });
  await one.approve(returnId);
  await one.receive(returnId);
  await Promise.all([1, 2].map(() => one.inspect(returnId, 2)));
  await shop.settle();
  const order = await one.see();
  expect(order).toMatchObject({ status: 'partially_shipped', refunds: { amount: 202 } });
  const added = order.subOrders.find(({ exchangeOf }) => exchangeOf === returnId);
  expect(added).toMatchObject({ status: 'to_fulfil', totals: { total: { amount: 1_800 } }, lines: [{ quantity: 2 }] });
  expect(await shop.stock(one.variant.variantId)).toEqual({ onHand: 9, reserved: 0 });
  expect(await shop.stock(one.other.variantId)).toEqual({ onHand: 0, reserved: 0 });
  // The seller cannot send it after all: its price goes back, its units into the stock.
  await shop.orders.cancelSold(one.actor, {
    sellerId: one.seller.id,
    subOrderId: added?.id ?? '',
    requestId: newId(),
    reason: 'damaged',
    note: '',
  });
  await shop.settle();
  expect(await one.see()).toMatchObject({ status: 'delivered', refunds: { amount: 2_002 } });
  expect(await shop.stock(one.other.variantId)).toEqual({ onHand: 2, reserved: 0 });
});

it('a dearer one is refused in words; one that is sold out by then becomes money', async () => {
  const dear = await arrived(1_500);
  await dear.deliver();
  await expect(dear.ask(1, { exchange: dear.other.variantId })).rejects.toMatchObject({ reason: 'exchange_dearer' });
  const one = await arrived(900);
  await one.deliver();
  const returnId = newId();
  await one.ask(2, { returnId, exchange: one.other.variantId });
  await one.approve(returnId);
  await one.receive(returnId);
  await shop.place(await shop.shopper([[one.other.variantId, 1]]));
  await one.inspect(returnId, 2);
  await shop.settle();
  const order = await one.see();
  expect(order.refunds.amount).toBe(2_002);
  expect(order.subOrders).toHaveLength(1);
});

it('an administrator takes care of it for any seller, by the same rules and under their own name', async () => {
  const one = await arrived();
  await one.deliver();
  const returnId = newId();
  await one.ask(2, { returnId });
  const administrator = newId();
  await expect(shop.orders.anyReturn(administrator, newId())).rejects.toMatchObject({ code: 'not_found' });
  await expect(shop.orders.receiveAnyReturn(administrator, newId())).rejects.toMatchObject({ code: 'not_found' });
  await expect(shop.orders.receiveAnyReturn(administrator, returnId)).rejects.toMatchObject({
    reason: 'return_not_open',
  });
  const { return: asked } = await shop.orders.anyReturn(administrator, returnId);
  expect(asked).toMatchObject({ status: 'requested', sellerName: 'North', worth: { amount: 2_002 } });
  await shop.orders.decideAnyReturn(administrator, { returnId, decision: 'approve', text: 'To Leeds, please' });
  // The seller and the administrator at once: it is received once.
  await Promise.all([one.receive(returnId), shop.orders.receiveAnyReturn(administrator, returnId)]);
  const lines = asked.lines.map(({ id }) => ({
    returnLineId: id,
    condition: 'as_new' as const,
    acceptedQuantity: 1,
    restock: true,
  }));
  const found = { returnId, note: '', lines };
  await expect(shop.orders.inspectAnyReturn(administrator, found)).rejects.toMatchObject({
    reason: 'inspection_incomplete',
  });
  const complete = { ...found, note: 'One was missing' };
  await Promise.all([1, 2].map(() => shop.orders.inspectAnyReturn(administrator, complete)));
  await shop.settle();
  expect(await one.see()).toMatchObject({
    refunds: { amount: 1_001 },
    subOrders: [{ returns: [{ status: 'closed', decision: 'One was missing', lines: [{ acceptedQuantity: 1 }] }] }],
  });
  expect(await shop.stock(one.variant.variantId)).toEqual({ onHand: 8, reserved: 0 });
  const refused = newId();
  await one.ask(1, { returnId: refused });
  await shop.orders.decideAnyReturn(administrator, { returnId: refused, decision: 'refuse', text: 'It was worn' });
  expect((await one.see()).subOrders[0]?.lines).toMatchObject([{ returnedQuantity: 2 }]);
  const written = await shop.query(
    `select action, actor_kind as kind, actor_user_id as person, seller_id as seller from orders.audit_entries
     where object_id = any($1) and action <> 'return.receive' order by action`,
    [[returnId, refused]],
  );
  const theirs = { kind: 'administrator', person: administrator, seller: one.seller.id };
  expect(written).toEqual(
    ['return.approve', 'return.inspect', 'return.refuse'].map((action) => ({ action, ...theirs })),
  );
});
