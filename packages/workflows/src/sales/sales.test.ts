import { createAnalytics } from '@mallhive/analytics';
import { sellerPeriodInput, shopPeriodInput } from '@mallhive/analytics/dashboards';
import { newId } from '@mallhive/kernel';
import { paymentRefunded, paymentRefundLost } from '@mallhive/payments/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlePaidOrders } from '../catalog/record-sale.ts';
import { openShop, type Shop } from '../orders/testing/shop.ts';
import { handleRefunds } from './count-refunds.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const north = { id: newId(), slug: 'north', name: 'North' };
const south = { id: newId(), slug: 'south', name: 'South' };

async function buy(quantities: readonly (readonly [seller: typeof north, quantity: number])[]) {
  const lines = await Promise.all(
    quantities.map(async ([seller, quantity]) => {
      const unitPrice = { amount: 1_001, currency: 'GBP' as const };
      return [(await shop.stocked(10, { seller, unitPrice })).variantId, quantity] as const;
    }),
  );
  const placed = await shop.place(await shop.shopper(lines));
  const { id: paymentId, clientSecret } = placed.payment;
  const card = shop.card('4242 4242 4242 4242');
  await shop.payments.confirmTest({ paymentId, clientSecret, card, returnUrl: '/checkout/return' });
  await shop.settle();
  return placed;
}

/** What shoppers paid and did not get back, by seller, straight from the books. */
const ledger = () =>
  shop.query<{ sellerId: string; net: number; tax: number }>(
    `select e.seller_id as "sellerId", -sum(e.amount)::int as net, coalesce(-sum(e.amount) filter (where e.account like 'tax:%'), 0)::int as tax
     from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
     where t.kind in ('capture', 'refund', 'refund_lost') and e.sub_order_id is not null group by 1`,
    [],
  );

describe('the figures and the ledger', () => {
  it('say the same of every seller and of the shop: paid, cancelled in part, refunded, never told twice', async () => {
    const both = await buy([
      [north, 3],
      [south, 2],
    ]);
    await buy([[north, 1]]);
    await buy([[south, 4]]);
    const { accessToken, id: orderId } = both.order;
    const { subOrders } = await shop.orders.order(null, { orderId, accessToken });
    const line = subOrders[0]?.lines[0];
    if (!line) throw new Error('no line');
    const lines = [{ orderLineId: line.id, quantity: 1 }];
    await shop.orders.cancelItems(null, { orderId, accessToken, requestId: newId(), reason: 'mistake', lines });
    await shop.settle();
    const subOrder = subOrders[1];
    const sellerId = subOrder?.seller.id ?? '';
    const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
    const refund = { sellerId, subOrderId: subOrder?.id ?? '', requestId: newId(), amount: 333, reason: 'A scratch' };
    await shop.orders.refundPart(actor, refund);
    await shop.settle();

    const owners = { sellersOfProducts: async () => new Map<string, string>() };
    const analytics = createAnalytics({ db: shop.test.db, owners, currency: 'GBP', clock: shop.clock });
    const dependencies = { analytics, payments: shop.payments };
    const told = (table: string, names: readonly string[]) =>
      shop.query<{ name: string; data: unknown; ts: number }>(
        `select name, data, extract(epoch from occurred_at)::float * 1000 as ts from ${table} where name = any ($1) order by id`,
        [names],
      );
    const refunds = await told('payments.outbox', [paymentRefunded.name, paymentRefundLost.name]);
    expect(refunds).toHaveLength(2);
    const paid = await told('orders.outbox', ['orders/order.paid']);
    for (let time = 0; time < 2; time += 1) {
      await handleRefunds(dependencies, refunds);
      await handlePaidOrders(dependencies, paid);
      await analytics.rollUpSales();
    }

    const day = (days: number) => new Date(shop.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const period = { from: day(-2), to: day(1) };
    const books = await ledger();
    expect(books).toHaveLength(2);
    for (const { sellerId, net, tax } of books) {
      const own = { id: newId(), memberships: [{ sellerId }] };
      const { totals } = await analytics.sellerSales(own, sellerPeriodInput.parse({ sellerId, ...period }));
      expect(totals).toMatchObject({ net, tax, orders: 2 });
    }
    const { totals } = await analytics.shopSales(shopPeriodInput.parse(period));
    expect(totals).toMatchObject({ net: books.reduce((sum, { net }) => sum + net, 0), orders: 3 });
    expect(totals.refunded).toBeGreaterThan(333);
  });
});
