import { orderPaid } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { paidOrderMessages } from './paid-order-messages.ts';
import { settleEach, settleTogether } from './settle-each.ts';
import type { BatchHandler } from './step.ts';

/** Orders are paid: their units leave the stock, shoppers and sellers are told. */
export function fulfilOrder(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'fulfil-order',
      name: 'Take stock and tell everybody',
      batchEvents: { maxSize: 25, timeout: '1s' },
      retries: 10,
      triggers: { event: orderPaid.name },
    },
    ({ events, step }) => handlePaidOrders(dependencies, events, step),
  );
}

export const handlePaidOrders: BatchHandler = async (dependencies, events, step) => {
  const { cart, orders, notifications, identity } = dependencies;
  const paid = events.map(({ data }) => orderPaid.schema.parse(data));
  const outcomes = await settleTogether(
    step,
    'commit-stock',
    paid,
    ({ orderId }) => orderId,
    async (some) => {
      const replies = await cart.commitMany(some.map(({ checkoutId }) => checkoutId));
      return replies.map(({ outcome }) => outcome);
    },
  );
  const lacking = new Set(outcomes.filter(([, outcome]) => outcome === 'lacking').map(([orderId]) => orderId));
  for (const orderId of lacking) {
    // The reservation had run out and somebody else bought the units: `undo-order` refunds.
    await step.run(`give-up-${orderId}`, () => orders.cancel({ orderId, reason: 'stock_lost' }));
  }
  const sold = paid.filter(({ orderId }) => !lacking.has(orderId));
  if (sold.length > 0) {
    const queued = await step.run('write-messages', async () => {
      const sellerIds = new Set(sold.flatMap(({ subOrders }) => subOrders.map(({ sellerId }) => sellerId)));
      const sellers = await identity.sellerContacts([...sellerIds]);
      return notifications.queue(sold.flatMap((order) => paidOrderMessages(order, sellers, dependencies)));
    });
    await settleEach(
      step,
      'deliver',
      queued as string[],
      (id) => id,
      async (id) => {
        await notifications.deliver(id);
        return null;
      },
    );
  }
  return { outcomes: outcomes.map(([, outcome]) => outcome) };
};
