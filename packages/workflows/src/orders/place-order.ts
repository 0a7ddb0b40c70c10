import { orderPaid, orderPlaced } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { Handler } from './step.ts';

/**
 * An order was placed: it waits for its payment until its time is over, then it is cancelled. Hearing of the payment only
 * ends the waiting; whether the order is paid or cancelled is decided by its own row, so a missed event does no harm.
 */
export function placeOrder(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'place-order', name: 'Wait for the payment of a placed order', triggers: { event: orderPlaced.name } },
    ({ event, step }) => handlePlacedOrder(dependencies, event, step),
  );
}

export const handlePlacedOrder: Handler = async ({ orders }, event, step) => {
  const { orderId } = orderPlaced.schema.parse(event.data);
  const paid = await step.waitForEvent('wait-for-payment', {
    event: orderPaid.name,
    timeout: `${Math.ceil(orders.paymentWindowMs / 1000) + 30}s`,
    if: 'async.data.orderId == event.data.orderId',
  });
  if (paid) return { outcome: 'paid' };
  return step.run('cancel-unpaid', async () => {
    const { cancelled } = await orders.cancel({ orderId, reason: 'expired' });
    return { outcome: cancelled ? 'cancelled' : 'paid' };
  });
};
