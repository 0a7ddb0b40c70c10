import { newId } from '@mallhive/kernel';
import { returnChanged, returnRequested, shipmentDelivered } from '@mallhive/orders/events';
import { beforeEach, expect, it } from 'vitest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { handleReturn } from './hold-for-return.ts';
import { handleDelivery } from './note-delivery.ts';
import { handlePayouts } from './run-payouts.ts';

const calls: string[] = [];
const note =
  (name: string) =>
  async (...values: string[]) => {
    calls.push([name, ...values].join(' '));
    return 0;
  };
const payouts = Object.fromEntries(
  ['noteDelivered', 'holdBack', 'letGo', 'releaseHolds', 'planPayouts', 'sendTransfers'].map((name) => [
    name,
    note(name),
  ]),
);
const dependencies = { payments: { payouts } } as unknown as WorkflowDependencies;
const [subOrderId, returnId, orderId] = [newId(), newId(), newId()];
const facts = {
  ...{
    orderId,
    orderNumber: 'MH-1',
    subOrderId,
    sellerId: newId(),
    sellerName: 'S',
    currency: 'GBP',
    email: 'a@example.com',
  },
  ...{ name: 'A', userId: null, locale: 'en', returnId, number: 'R-1', lines: [] },
};
beforeEach(() => {
  calls.length = 0;
});

it('counts the days from the last parcel of a sub-order', async () => {
  const parcel = { shipmentId: newId(), orderId, orderNumber: 'MH-1', subOrderId, email: 'a@example.com' };
  const event = (subOrderComplete: boolean) => ({
    data: shipmentDelivered.schema.parse({ ...parcel, subOrderComplete }),
  });
  expect(await handleDelivery(dependencies, event(false))).toEqual({ noted: false });
  expect(calls).toEqual([]);
  await handleDelivery(dependencies, event(true));
  expect(calls).toEqual([`noteDelivered ${subOrderId}`]);
});

it('holds the money while a return is open', async () => {
  const changed = (state: string) => ({
    name: returnChanged.name,
    data: { ...facts, state, text: '', refund: 0, restock: [], exchange: null },
  });
  await handleReturn(dependencies, { name: returnRequested.name, data: facts });
  for (const state of ['approved', 'received', 'inspected']) await handleReturn(dependencies, changed(state));
  await handleReturn(dependencies, changed('refused'));
  const cause = `return:${returnId}`;
  expect(calls).toEqual([
    `holdBack ${subOrderId} ${cause}`,
    `letGo ${subOrderId} ${cause}`,
    `letGo ${subOrderId} ${cause}`,
  ]);
});

it('releases before it plans, and plans before it sends', async () => {
  await handlePayouts(dependencies, { run: (_, work) => work() });
  expect(calls).toEqual(['releaseHolds', 'planPayouts', 'sendTransfers']);
});
