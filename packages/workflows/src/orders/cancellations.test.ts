import { newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { giveUpRefund, handlePlannedRefund, settleRefund } from './send-refund.ts';
import { handleSweep } from './sweep-orders.ts';
import { openShop, type Shop, twice } from './testing/shop.ts';
import { handleCancelledItems } from './undo-cancelled-items.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await shop.settle();
  expect(await shop.invariants()).toEqual([]);
  expect(await shop.payments.firstImbalance()).toBeNull();
});
afterAll(() => shop.close());

const seller = (name: string) => ({ id: newId(), slug: name.toLowerCase(), name });
const mailsTo = async (address: string) => (await shop.mailbox.list(50, address)).map((mail) => mail.template);

/** An order of a guest, paid; `counts` units of a product each, all of one seller unless `sellers` says otherwise. */
async function sold(counts: readonly number[], sellers = [seller('North')]) {
  const variants = [];
  for (const [index] of counts.entries()) {
    const own = sellers[index % sellers.length] ?? seller('North');
    variants.push(await shop.stocked(10, { seller: own, unitPrice: { amount: 1_001, currency: 'GBP' } }));
  }
  const lines = variants.map(({ variantId }, index) => [variantId, counts[index] ?? 1] as const);
  const placed = await shop.place(await shop.shopper(lines));
  const { id: paymentId, clientSecret } = placed.payment;
  const card = shop.card('4242 4242 4242 4242');
  await shop.payments.confirmTest({ paymentId, clientSecret, card, returnUrl: '/checkout/return' });
  const see = () => shop.orders.order(null, { orderId: placed.order.id, accessToken: placed.order.accessToken });
  const { id: orderId, accessToken } = placed.order;
  const cancel = (lines?: { orderLineId: string; quantity: number }[], requestId = newId()) =>
    shop.orders.cancelItems(null, { orderId, accessToken, requestId, reason: 'mistake', ...(lines ? { lines } : {}) });
  return { placed, variants, see, cancel, email: placed.email, orderId, accessToken };
}
type Sold = Awaited<ReturnType<typeof sold>>;
async function partOf({ see }: Sold, index = 0) {
  const part = (await see()).subOrders[index];
  const [line] = part?.lines ?? [];
  if (!part || !line) throw new Error('no part');
  const sellerId = part.seller.id;
  const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
  return { part, line, actor, which: { sellerId, subOrderId: part.id } };
}
const eventOf = async (name: string, orderId: string) => {
  const [row] = await shop.query<{ id: string; data: unknown }>(
    `select id, data from orders.outbox where name = $1 and data->>'orderId' = $2 order by id desc limit 1`,
    [name, orderId],
  );
  return { id: row?.id ?? '', data: row?.data };
};

describe('what cannot be cancelled', () => {
  it('another’s order, more than there is, what was sent, and the same again', async () => {
    const one = await sold([3]);
    await shop.settle();
    const { line, actor, which } = await partOf(one);
    const input = { orderId: one.orderId, requestId: newId(), reason: 'mistake' as const };
    await expect(shop.orders.cancelItems(null, input)).rejects.toMatchObject({ reason: 'order_not_found' });
    await expect(shop.orders.cancelItems(newId(), { ...input, accessToken: 'wrong' })).rejects.toMatchObject({
      reason: 'order_not_found',
    });
    await expect(one.cancel([{ orderLineId: line.id, quantity: 4 }])).rejects.toMatchObject({
      reason: 'quantity_exceeded',
    });
    await expect(one.cancel([{ orderLineId: newId(), quantity: 1 }])).rejects.toMatchObject({
      reason: 'not_cancellable',
    });
    const sale = { ...which, requestId: newId(), reason: 'damaged' as const, note: '' };
    const stranger = { memberships: [{ sellerId: newId() }] };
    await expect(shop.orders.cancelSold(stranger, sale)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      shop.orders.cancelSold(stranger, { ...sale, sellerId: stranger.memberships[0]?.sellerId ?? '' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const parcel = { ...which, shipmentId: newId(), carrier: 'DHL', trackingNumber: 'JD1' };
    await shop.orders.ship(actor, { ...parcel, lines: [{ orderLineId: line.id, quantity: 1 }] });
    await expect(one.cancel()).rejects.toMatchObject({ reason: 'not_cancellable' });
    expect((await one.see()).subOrders[0]).toMatchObject({ lines: [{ cancelledQuantity: 0 }], refunds: [] });
  });
});

describe('cancelling', () => {
  it('one of three units: stock, money, mails, once; then the rest is sent', async () => {
    const one = await sold([3]);
    await shop.settle();
    const { line, actor, which } = await partOf(one);
    const requestId = newId();
    const wanted = [{ orderLineId: line.id, quantity: 1 }];
    await Promise.all([1, 2, 3].map(() => one.cancel(wanted, requestId)));
    await shop.settle();
    expect(await shop.stock(one.variants[0]?.variantId ?? '')).toEqual({ onHand: 8, reserved: 0 });
    const order = await one.see();
    expect(order).toMatchObject({
      status: 'paid',
      refunds: { amount: 1_001 },
      payment: { status: 'partially_refunded' },
      subOrders: [
        {
          status: 'to_fulfil',
          lines: [{ quantity: 3, cancelledQuantity: 1 }],
          refunds: [{ status: 'succeeded', cause: 'cancellation', amount: { amount: 1_001 } }],
        },
      ],
    });
    expect(order.timeline.map(({ kind }) => kind)).toEqual(['placed', 'paid', 'items_cancelled', 'refunded_part']);
    expect(await mailsTo(one.email)).toEqual(['items-cancelled', 'order-confirmation']);
    expect(await mailsTo(`${which.sellerId}@seller.test`)).toEqual(['seller-order-changed', 'seller-new-order']);
    const parcel = { ...which, shipmentId: newId(), carrier: 'DHL', trackingNumber: 'JD1' };
    const { subOrder } = await shop.orders.ship(actor, parcel);
    expect(subOrder).toMatchObject({ status: 'shipped', lines: [{ shippedQuantity: 2 }] });
  });

  it('all of it unit by unit gives exactly back what was paid, delivery with the last one', async () => {
    const one = await sold([3, 2]);
    const { placed } = one;
    await shop.settle();
    const { part } = await partOf(one);
    for (const { id, quantity } of part.lines) {
      for (let unit = 0; unit < quantity; unit += 1) await one.cancel([{ orderLineId: id, quantity: 1 }]);
    }
    await shop.settle();
    expect(await one.see()).toMatchObject({
      status: 'cancelled',
      refunds: placed.payment.amount,
      payment: { status: 'refunded' },
      subOrders: [{ status: 'cancelled', refundable: { amount: 0 } }],
    });
    for (const { variantId } of one.variants) expect(await shop.stock(variantId)).toEqual({ onHand: 10, reserved: 0 });
  });

  it('everything of two sellers at once; one seller’s part leaves the other', async () => {
    const both = await sold([1, 2], [seller('North'), seller('South')]);
    await shop.settle();
    const { actor, which, part } = await partOf(both);
    await shop.orders.cancelSold(actor, { ...which, requestId: newId(), reason: 'out_of_stock', note: 'Sorry' });
    await shop.settle();
    expect(await both.see()).toMatchObject({ status: 'paid', refunds: part.totals.total });
    const [, mail] = await shop.mailbox.list(5, both.email);
    const [latest] = await shop.mailbox.list(1, both.email);
    expect(mail?.template).toBe('order-confirmation');
    expect((await shop.mailbox.find(latest?.id ?? ''))?.text).toContain('Sorry');
    await both.cancel();
    await shop.settle();
    expect(await both.see()).toMatchObject({ status: 'cancelled', payment: { status: 'refunded' } });
    const audit = await shop.query<{ action: string }>('select action from orders.audit_entries where object_id = $1', [
      both.orderId,
    ]);
    expect(audit).toEqual([{ action: 'order.cancel' }]);
  });

  it('what was not sent after a part arrived ends the part', async () => {
    const one = await sold([2]);
    await shop.settle();
    const { line, actor, which } = await partOf(one);
    const parcel = { ...which, shipmentId: newId(), carrier: 'DHL', trackingNumber: 'JD1' };
    await shop.orders.ship(actor, { ...parcel, lines: [{ orderLineId: line.id, quantity: 1 }] });
    await shop.orders.markDelivered(actor, { ...which, shipmentId: parcel.shipmentId });
    await shop.orders.cancelSold(actor, { ...which, requestId: newId(), reason: 'damaged', note: '' });
    expect(await one.see()).toMatchObject({ status: 'delivered', refunds: { amount: 1_001 } });
  });
});

describe('an administrator', () => {
  it('finds any order by its number, cancels and gives back for any seller, and is written down', async () => {
    const one = await sold([2]);
    await shop.settle();
    const { part, line } = await partOf(one);
    const userId = newId();
    await expect(shop.orders.findOrder('MH-00000000')).rejects.toMatchObject({ code: 'not_found' });
    expect((await shop.orders.findOrder((await one.see()).number)).id).toBe(one.orderId);
    const request = { subOrderId: part.id, requestId: newId(), reason: 'other' as const, note: '' };
    await expect(shop.orders.cancelPart(userId, { ...request, subOrderId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    });
    await shop.orders.cancelPart(userId, { ...request, lines: [{ orderLineId: line.id, quantity: 1 }] });
    await shop.orders.refundAny(userId, { subOrderId: part.id, requestId: newId(), amount: 99, reason: 'Late' });
    await shop.settle();
    expect((await one.see()).refunds.amount).toBe(1_100);
    const audit = await shop.query<{ action: string; kind: string }>(
      'select action, actor_kind as kind from orders.audit_entries where actor_user_id = $1 order by action',
      [userId],
    );
    expect(audit).toEqual([
      { action: 'order.cancel', kind: 'administrator' },
      { action: 'order.refund', kind: 'administrator' },
    ]);
  });
});

describe('races', () => {
  it('shipping against cancelling: each unit goes one way', async () => {
    for (let round = 0; round < 6; round += 1) {
      const one = await sold([2]);
      await shop.settle();
      const { actor, which } = await partOf(one);
      const parcel = { ...which, shipmentId: newId(), carrier: 'DHL', trackingNumber: 'JD1' };
      await Promise.allSettled([shop.orders.ship(actor, parcel), one.cancel()]);
      await shop.settle();
      const order = await one.see();
      const [line] = order.subOrders[0]?.lines ?? [];
      expect([order.status, line?.shippedQuantity, line?.cancelledQuantity]).toBeOneOf([
        ['shipped', 2, 0],
        ['cancelled', 0, 2],
      ]);
    }
  });

  it('refund against refund and cancellation: never more than was paid, the second is told what is left', async () => {
    const one = await sold([1]);
    await shop.settle();
    const { actor, which, part } = await partOf(one);
    const total = part.totals.total.amount;
    const give = (amount: number) =>
      shop.orders.refundPart(actor, { ...which, requestId: newId(), amount, reason: 'A scratch' });
    const results = await Promise.allSettled([give(total - 100), give(total - 100), give(total - 100)]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ reason: 'refund_exceeds', details: { left: 100 } });
    await Promise.allSettled([give(60), one.cancel()]);
    await shop.settle();
    expect(await one.see()).toMatchObject({ refunds: { amount: total }, payment: { status: 'refunded' } });
    const packer = { memberships: [{ sellerId: which.sellerId, role: 'fulfilment' as const }] };
    await expect(
      shop.orders.refundPart(packer, { ...which, requestId: newId(), amount: 1, reason: 'No' }),
    ).rejects.toMatchObject({ reason: 'role_too_low' });
  });
});

describe('what goes wrong', () => {
  it('cancelled before the sale is written: the units come back when it is, and only then', async () => {
    const one = await sold([2]);
    await one.cancel();
    const event = await eventOf('orders/items.cancelled', one.orderId);
    await expect(handleCancelledItems(shop.dependencies, event, twice)).rejects.toThrow('not written yet');
    await shop.cart.commit(one.placed.checkout.id);
    await shop.settle();
    expect(await shop.stock(one.variants[0]?.variantId ?? '')).toEqual({ onHand: 10, reserved: 0 });
  });

  it('the provider is down: the refund waits, is swept up, and happens once', async () => {
    const one = await sold([1]);
    await shop.settle();
    const down = vi.spyOn(shop.provider.provider, 'refund').mockRejectedValue(new Error('timeout'));
    await one.cancel();
    const event = await eventOf('orders/refund.planned', one.orderId);
    await expect(handlePlannedRefund(shop.dependencies, event, twice)).rejects.toThrow('timeout');
    expect((await one.see()).subOrders[0]?.refunds).toMatchObject([{ status: 'sent' }]);
    down.mockRestore();
    await shop.query(`update orders.outbox set published_at = now() where id = $1`, [event.id]);
    shop.clock.advance(5 * 60_000);
    await handleSweep(shop.dependencies, twice);
    await shop.settle();
    expect(await one.see()).toMatchObject({
      payment: { status: 'refunded' },
      subOrders: [{ refunds: [{ status: 'succeeded' }] }],
    });
    // The event comes late after all.
    await handlePlannedRefund(shop.dependencies, event, twice);
    expect((await one.see()).timeline.filter(({ kind }) => kind === 'refunded_part')).toHaveLength(1);
  });

  it('the provider refuses for good: it is shown as failed, and sent when somebody tries again', async () => {
    const one = await sold([1]);
    await shop.settle();
    const down = vi.spyOn(shop.provider.provider, 'refund').mockRejectedValue(new Error('account closed'));
    await one.cancel();
    const event = await eventOf('orders/refund.planned', one.orderId);
    const { refundId } = event.data as { refundId: string };
    await expect(settleRefund(shop.dependencies, refundId)).rejects.toThrow('account closed');
    await giveUpRefund(shop.dependencies, event, new Error('account closed'));
    await shop.query(`update orders.outbox set published_at = now() where id = $1`, [event.id]);
    expect((await one.see()).subOrders[0]?.refunds).toMatchObject([{ status: 'failed' }]);
    expect((await one.see()).timeline.at(-1)?.kind).toBe('refund_failed');
    down.mockRestore();
    await expect(shop.orders.retryRefund(newId())).rejects.toMatchObject({ code: 'not_found' });
    await shop.orders.retryRefund(refundId);
    await expect(shop.orders.retryRefund(refundId)).rejects.toMatchObject({ reason: 'not_retryable' });
    await shop.settle();
    expect((await one.see()).payment?.status).toBe('refunded');
  });

  it('the provider refuses for good: an administrator makes it the shopper’s credit, once', async () => {
    const one = await sold([1]);
    await shop.settle();
    const down = vi.spyOn(shop.provider.provider, 'refund').mockRejectedValue(new Error('account closed'));
    await one.cancel();
    const event = await eventOf('orders/refund.planned', one.orderId);
    const { refundId } = event.data as { refundId: string };
    await expect(settleRefund(shop.dependencies, refundId)).rejects.toThrow('account closed');
    await giveUpRefund(shop.dependencies, event, new Error('account closed'));
    await shop.query(`update orders.outbox set published_at = now() where id = $1`, [event.id]);
    await expect(shop.orders.retryRefund(refundId, true)).rejects.toMatchObject({ reason: 'no_account' });
    const userId = newId();
    await shop.query(`update orders.orders set user_id = $2 where id = $1`, [one.orderId, userId]);
    await shop.orders.retryRefund(refundId, true);
    await Promise.all([settleRefund(shop.dependencies, refundId), settleRefund(shop.dependencies, refundId)]);
    expect(await settleRefund(shop.dependencies, refundId)).toBe('credit');
    down.mockRestore();
    const { credits } = await shop.dependencies.payments.giftCards.mine(userId);
    const after = await one.see();
    expect(after).toMatchObject({
      payment: { status: 'refunded' },
      subOrders: [{ refunds: [{ status: 'succeeded' }] }],
    });
    expect(credits).toMatchObject([{ balance: after.totals.total.amount }]);
    expect(await shop.dependencies.payments.firstImbalance()).toBeNull();
  });

  it('the provider took it and could not deliver it: it is failed again, the books are right, and it goes when somebody tries again', async () => {
    const one = await sold([1]);
    await shop.settle();
    await one.cancel();
    await shop.settle();
    const [row] = await shop.query<{ ref: string }>(
      `select r.provider_ref as ref from payments.refunds r join payments.payments p on p.id = r.payment_id where p.order_id = $1`,
      [one.orderId],
    );
    const lost = { refundRef: row?.ref ?? '', reason: 'lost_or_stolen_card' };
    // The provider has the money back.
    await shop.query(
      `with gone as (delete from test_payments.refunds where ref = $1 returning intent_ref, amount)
       update test_payments.intents i set refunded = refunded - gone.amount from gone where i.ref = gone.intent_ref`,
      [lost.refundRef],
    );
    const event = { id: `evt_${newId()}`, type: 'refund.failed', paymentId: null, state: null, lostRefund: lost };
    const heard = vi.spyOn(shop.provider.provider, 'verifyWebhook').mockReturnValue(event);
    expect(await (await shop.payments.receiveWebhook('test', '{}', {})).processed).toBe('refund_lost');
    heard.mockRestore();
    await shop.settle();
    const order = await one.see();
    expect(order).toMatchObject({ payment: { status: 'captured' } });
    expect(order.subOrders[0]?.refunds).toMatchObject([{ status: 'failed', doneAt: null }]);
    expect(order.timeline.at(-1)?.kind).toBe('refund_failed');
    await shop.orders.retryRefund(order.subOrders[0]?.refunds[0]?.id ?? '');
    await shop.settle();
    expect(await one.see()).toMatchObject({ payment: { status: 'refunded' } });
    expect((await one.see()).subOrders[0]?.refunds).toMatchObject([{ status: 'succeeded' }]);
  });
});
