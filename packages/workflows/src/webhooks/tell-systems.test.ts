import { stockLow } from '@mallhive/cart/events';
import { productChanged, productModerated } from '@mallhive/catalog/events';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import {
  itemsCancelled,
  orderCancelled,
  orderPaid,
  orderPlaced,
  refundPlanned,
  returnChanged,
  returnRequested,
  shipmentCreated,
  shipmentDelivered,
} from '@mallhive/orders/events';
import { payoutEnded } from '@mallhive/payments/events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { twice } from '../orders/testing/shop.ts';
import { handleSellerEvents } from './tell-systems.ts';
import { openSeller } from './testing/seller.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.close());

const shopper = { email: 'ada@example.test', name: 'Ada Example', userId: newId() };

it('every event of the shop reaches the system of the seller whom it is about, once, without who the shopper is', async () => {
  const [north, south] = [await openSeller(base, { slug: 'north' }), await openSeller(base, { slug: 'south' })];
  const { eventTypes } = await north.webhooks.list(north.member('owner'), north.sellerId);
  const types = eventTypes.map(({ type }) => type);
  const made = await Promise.all(
    [north, south].map(({ webhooks, member, sellerId }) =>
      webhooks.create(member('owner'), { sellerId, url: 'http://127.0.0.1:9/', description: '', events: types }),
    ),
  );
  const { sellerId } = north;
  const [orderId, subOrderId, productId, variantId] = [newId(), newId(), newId(), newId()];
  const line = (of: string) => ({
    ...{ orderLineId: newId(), productId, variantId, sellerId: of, title: 'Mug', variantTitle: 'Blue' },
    ...{ quantity: 1, unitPrice: 1_200, total: 1_200, tax: 200 },
  });
  const part = (of: string, id: string) => ({
    ...{ id, number: 'MH-7K2M9QXT-1', sellerId: of, sellerName: 'North' },
    ...{ items: 1_200, shipping: 395, tax: 266, total: 1_595 },
  });
  const order = {
    ...{ orderId, number: 'MH-7K2M9QXT', checkoutId: newId(), ...shopper, country: 'GB', currency: 'GBP' as const },
    ...{ items: 2_400, shipping: 790, tax: 532, total: 3_190, placedAt: '2026-11-01T10:00:00.000Z' },
    subOrders: [part(sellerId, subOrderId), part(south.sellerId, newId())],
    lines: [line(sellerId), line(south.sellerId)],
  };
  const after = {
    ...{ orderId, orderNumber: order.number, subOrderId, sellerId, sellerName: 'North', currency: 'GBP' as const },
    ...shopper,
  };
  const named = [{ title: 'Mug', variantTitle: 'Blue', quantity: 1 }];
  const returned = { ...after, returnId: newId(), number: 'R-1', lines: named };
  const decision = { productId, sellerId, title: 'Mug', reason: '' };
  const payout = { payoutId: newId(), sellerId, amount: 5_000, currency: 'GBP' as const };
  const shipmentId = newId();
  const created = [
    orderPlaced.create(order),
    orderPaid.create({ ...order, paymentId: newId() }),
    orderCancelled.create({ ...order, reason: 'expired' }),
    itemsCancelled.create({
      ...{ ...after, cancellationId: newId(), checkoutId: newId(), by: 'shopper', reason: 'mind', note: 'to Ada' },
      ...{ everything: true, refund: 1_200, lines: [{ ...line(sellerId) }] },
    }),
    shipmentCreated.create({
      ...after,
      shipmentId,
      carrier: 'DHL',
      trackingNumber: '1',
      trackingUrl: null,
      lines: named,
    }),
    shipmentDelivered.create({ ...after, shipmentId, subOrderComplete: true }),
    returnRequested.create(returned),
    returnChanged.create({
      ...returned,
      state: 'approved',
      text: 'Dear Ada Example',
      refund: 0,
      restock: [],
      exchange: null,
    }),
    refundPlanned.create({ ...after, refundId: newId(), cause: 'return', amount: 1_200, reason: 'for Ada Example' }),
    stockLow.create({ sellerId, variants: [{ variantId, productId, available: 1, lowBelow: 5 }] }),
    productChanged.create({
      ...{ productId, slug: 'mug', previousSlug: null, sellerSlug: 'north', categoryPaths: [], status: 'published' },
    }),
    productModerated.create({ ...decision, decision: 'approved' }),
    productModerated.create({ ...decision, decision: 'rejected' }),
    payoutEnded.create({ ...payout, outcome: 'paid' }),
    payoutEnded.create({ ...payout, outcome: 'failed' }),
  ];
  const dependencies = {
    notifications: north.notifications,
    orders: {
      parts: async () => [{ subOrderId, orderId, number: 'MH-7K2M9QXT-1', sellerId }],
    } as Pick<WorkflowDependencies['orders'], 'parts'> as WorkflowDependencies['orders'],
    catalog: {
      sellersOfProducts: async () => new Map([[productId, sellerId]]),
    } as Pick<WorkflowDependencies['catalog'], 'sellersOfProducts'> as WorkflowDependencies['catalog'],
  };
  const events = created.map(({ id, name, data, occurredAt }) => ({ id, name, data, ts: Date.parse(occurredAt) }));
  // A step that runs twice, and the batch once more.
  await handleSellerEvents(dependencies, events, twice);
  await handleSellerEvents(dependencies, events, twice);

  const sent = async (index: number) =>
    (
      await base.db.pool.query<{ type: string; payload: string }>(
        'select type, payload from notifications.webhook_deliveries where endpoint_id = $1',
        [made[index]?.webhook.id],
      )
    ).rows;
  const [own, others] = [await sent(0), await sent(1)];
  expect(own.map(({ type }) => type).sort()).toEqual([...types].sort());
  expect(others.map(({ type }) => type).sort()).toEqual(['order.paid', 'order.placed']);
  for (const { payload } of [...own, ...others]) expect(payload).not.toMatch(/ada|example/i);
  const paid = JSON.parse(own.find(({ type }) => type === 'order.paid')?.payload ?? '{}');
  expect(paid).toMatchObject({ type: 'order.paid', version: 1, data: { subOrderId, total: 1_595 } });
  expect(paid.data.lines).toHaveLength(1);
});
