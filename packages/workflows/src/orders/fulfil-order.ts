import { orderPaid } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { paidOrderMessages } from './paid-order-messages.ts';
import { deliverEach, type Handler } from './step.ts';

/** An order is paid: its units leave the stock, shopper and sellers are told. */
export function fulfilOrder(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'fulfil-order', name: 'Take stock and tell everybody', retries: 10, triggers: { event: orderPaid.name } },
    ({ event, step }) => handlePaidOrder(dependencies, event, step),
  );
}

export const handlePaidOrder: Handler = async (dependencies, event, step) => {
  const { cart, orders, notifications, identity } = dependencies;
  const order = orderPaid.schema.parse(event.data);
  const outcome = await step.run('commit-stock', async () => (await cart.commit(order.checkoutId)).outcome);
  if (outcome === 'lacking') {
    // The reservation had run out and somebody else bought the units: `undo-order` refunds.
    await step.run('give-up', () => orders.cancel({ orderId: order.orderId, reason: 'stock_lost' }));
    return { outcome };
  }
  const queued = await step.run('write-messages', async () => {
    const sellers = await identity.sellerContacts(order.subOrders.map((subOrder) => subOrder.sellerId));
    return notifications.queue(paidOrderMessages(order, sellers, dependencies));
  });
  await deliverEach(dependencies, step, queued);
  return { outcome };
};
