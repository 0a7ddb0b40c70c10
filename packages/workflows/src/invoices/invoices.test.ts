import { newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openShop, type Shop, twice } from '../orders/testing/shop.ts';
import { handleRefundToCredit } from './credit-refund.ts';
import { handleOrdersToInvoice } from './invoice-order.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.settle();
  expect(await shop.invariants()).toEqual([]);
});
afterAll(() => shop.close());

interface Paper {
  kind: string;
  number: string;
  total: number;
  cause: string;
  buyer: { name: string } | null;
  facts: {
    seller: { name: string };
    paidWith: { card: string }[];
    lines: { kind: string; amount: number; tax: number; quantity: number }[];
  };
}
const papersOf = (orderId: string) =>
  shop.query<Paper>(
    'select kind, number, total, cause, buyer, facts from orders.invoices where order_id = $1 order by sub_order_id, issued_at, id',
    [orderId],
  );
const seller = (name: string) => ({ id: newId(), slug: name.toLowerCase(), name });

async function sold(counts: readonly number[], sellers = [seller('North')]) {
  const lines: [string, number][] = [];
  for (const [index, count] of counts.entries()) {
    const own = sellers[index % sellers.length] ?? seller('North');
    const variant = await shop.stocked(10, { seller: own, unitPrice: { amount: 1_001, currency: 'GBP' } });
    lines.push([variant.variantId, count]);
  }
  const placed = await shop.place(await shop.shopper(lines));
  const { id: paymentId, clientSecret } = placed.payment;
  const card = shop.card('4242 4242 4242 4242');
  await shop.payments.confirmTest({ paymentId, clientSecret, card, returnUrl: '/checkout/return' });
  const which = { orderId: placed.order.id, accessToken: placed.order.accessToken };
  return { ...which, see: () => shop.orders.order(null, which), which };
}
const actorOf = (sellerId: string) => ({ id: newId(), memberships: [{ sellerId, role: 'owner' as const }] });

it('an unpaid order has none; a paid one an invoice for each seller, numbered per seller, of what it cost', async () => {
  const [north, south] = [seller('North'), seller('South')];
  const unpaid = await shop.place(await shop.shopper([[(await shop.stocked(1, { seller: north })).variantId, 1]]));
  await shop.settle();
  expect(await papersOf(unpaid.order.id)).toEqual([]);

  const one = await sold([2, 1, 1], [north, south]);
  await shop.settle();
  const order = await one.see();
  const papers = await papersOf(one.orderId);
  const year = new Date().getUTCFullYear();
  expect(papers.map(({ kind, number, total }) => [kind, number, total])).toEqual(
    order.subOrders.map((part) => ['invoice', `INV-${year}-000001`, part.totals.total.amount]),
  );
  expect(papers[0]?.facts).toMatchObject({ seller: { name: `${north.id} Ltd` }, paidWith: [{ card: 'Visa 4242' }] });
  expect(order.subOrders.map((part) => part.documents.map(({ number }) => number))).toEqual([
    [`INV-${year}-000001`],
    [`INV-${year}-000001`],
  ]);
  const next = await sold([1], [north]);
  await shop.settle();
  expect((await papersOf(next.orderId)).map(({ number }) => number)).toEqual([`INV-${year}-000002`]);
});

it('each refund has its credit note; all of them together take back the invoice, tax and all', async () => {
  const one = await sold([3]);
  await shop.settle();
  const [part] = (await one.see()).subOrders;
  const [line] = part?.lines ?? [];
  if (!part || !line) throw new Error('no part');
  const cancel = (lines?: { orderLineId: string; quantity: number }[]) =>
    shop.orders.cancelItems(null, { ...one.which, requestId: newId(), reason: 'mistake', ...(lines ? { lines } : {}) });
  await cancel([{ orderLineId: line.id, quantity: 1 }]);
  const goodwill = { sellerId: part.seller.id, subOrderId: part.id, requestId: newId(), amount: 137, reason: 'Sorry' };
  await shop.orders.refundPart(actorOf(part.seller.id), goodwill);
  await cancel();
  await shop.settle();
  const [invoice, ...credits] = await papersOf(one.orderId);
  expect(credits.map(({ kind, number }) => [kind, number.slice(-6)])).toEqual([
    ['credit_note', '000001'],
    ['credit_note', '000002'],
    ['credit_note', '000003'],
  ]);
  expect(credits[0]?.facts.lines).toMatchObject([{ kind: 'goods', quantity: 1, amount: 1_001, tax: 167 }]);
  expect(credits[1]).toMatchObject({ total: 137, facts: { lines: [{ kind: 'other', amount: 137, tax: 23 }] } });
  const sum = (papers: Paper[], pick: (paper: Paper) => number) =>
    papers.reduce((total, paper) => total + pick(paper), 0);
  expect(sum(credits, ({ total }) => total)).toBe(invoice?.total);
  const taxes = (paper: Paper) => paper.facts.lines.reduce((total, { tax }) => total + tax, 0);
  // The last one gives back less than its units cost, so that its tax is a share: a penny at most beside.
  expect(Math.abs(sum(credits, taxes) - taxes(invoice as Paper))).toBeLessThanOrEqual(1);
});

it('an order that is cancelled whole before its invoice was written gets both, once, in whatever order they are asked for', async () => {
  const one = await sold([1]);
  await shop.orders.cancelItems(null, { ...one.which, requestId: newId(), reason: 'mistake' });
  const events = await shop.query<{ name: string; data: unknown }>(
    `select name, data from orders.outbox where data->>'orderId' = $1 and name in ('orders/order.paid', 'orders/refund.planned')`,
    [one.orderId],
  );
  const run = ({ name, data }: { name: string; data: unknown }) =>
    name === 'orders/order.paid'
      ? handleOrdersToInvoice(shop.dependencies, [{ data }], twice)
      : handleRefundToCredit(shop.dependencies, { data }, twice);
  await Promise.all([...events, ...events, ...events].reverse().map(run));
  expect((await papersOf(one.orderId)).map(({ kind, total }) => [kind, total])).toEqual([
    ['invoice', (await one.see()).totals.total.amount],
    ['credit_note', (await one.see()).totals.total.amount],
  ]);
});

it('many orders of one seller at once are numbered without a gap', async () => {
  const own = seller('Busy');
  const many = await Promise.all(Array.from({ length: 12 }, () => sold([1], [own])));
  await Promise.all(
    many
      .map(({ orderId }) => shop.orders.issueInvoices([orderId], []))
      .concat(many.map(({ orderId }) => shop.orders.issueInvoices([orderId], []))),
  );
  const rows = await shop.query<{ sequence: number }>(
    'select sequence from orders.invoices where seller_id = $1 order by sequence',
    [own.id],
  );
  expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
});

it('an order whose stock was lost is credited in full, or was never invoiced', async () => {
  const pay = async ({ payment }: Awaited<ReturnType<Shop['place']>>) => {
    const card = shop.card('4242 4242 4242 4242');
    const { id: paymentId, clientSecret } = payment;
    await shop.payments.confirmTest({ paymentId, clientSecret, card, returnUrl: '/checkout/return' });
  };
  const lost = async () => {
    const variant = await shop.stocked(1);
    const slow = await shop.place(await shop.shopper([[variant.variantId, 1]]));
    await shop.cart.release(slow.checkout.id);
    await pay(await shop.place(await shop.shopper([[variant.variantId, 1]])));
    await shop.settle();
    await pay(slow);
    return { orderId: slow.order.id };
  };
  const before = await lost();
  await shop.orders.issueInvoices([before.orderId], []);
  await shop.settle();
  const after = await lost();
  await shop.settle();
  expect((await papersOf(before.orderId)).map(({ kind, cause }) => [kind, cause.split(':')[0]])).toEqual([
    ['invoice', 'paid'],
    ['credit_note', 'lost'],
  ]);
  // Its invoice is asked for when it is paid: it was written, then credited, or neither.
  expect([0, 2]).toContain((await papersOf(after.orderId)).length);
});

it('nothing of a document changes, but its buyer is forgotten with the person', async () => {
  const one = await sold([1]);
  await shop.settle();
  for (const change of ['total = total + 1', "facts = '{}'", "buyer = '{}'", 'buyer = null, number = $2'])
    await expect(
      shop.query(`update orders.invoices set ${change} where order_id = $1 and $2::text is not null`, [
        one.orderId,
        'x',
      ]),
      change,
    ).rejects.toThrow(/append-only/);
  await expect(shop.query('delete from orders.invoices where order_id = $1', [one.orderId])).rejects.toThrow(
    /append-only/,
  );
  const { email } = await one.see();
  expect((await papersOf(one.orderId))[0]?.buyer?.name).toBe('Ada Example');
  await shop.orders.forgetPerson(newId(), email);
  expect((await papersOf(one.orderId))[0]?.buyer).toBeNull();
});
