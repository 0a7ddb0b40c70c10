import { orderPlaced } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { BatchHandler } from './step.ts';

/** So long after its deadline an order that is being paid at this very moment has its answer. */
const graceMs = 30_000;

/**
 * Orders were placed: when the time to pay is over the unpaid ones are cancelled. One timer serves the orders of some
 * seconds. Whether an order is paid or cancelled is decided by its own row, so nobody has to hear of its payment here.
 */
export function placeOrder(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'place-order',
      name: 'Wait for the payment of placed orders',
      batchEvents: { maxSize: 50, timeout: '10s' },
      triggers: { event: orderPlaced.name },
    },
    ({ events, step }) => handlePlacedOrders(dependencies, events, step),
  );
}

export const handlePlacedOrders: BatchHandler = async ({ orders }, events, step) => {
  const placed = events.map(({ data }) => orderPlaced.schema.parse(data));
  const last = Math.max(...placed.map(({ placedAt }) => Date.parse(placedAt)));
  await step.sleepUntil('until-the-time-to-pay-is-over', new Date(last + orders.paymentWindowMs + graceMs));
  const unpaid = await step.run('find-unpaid', async () => {
    const known = await orders.ofCheckouts(placed.map(({ checkoutId }) => checkoutId));
    return known
      .filter(({ status }) => status === 'pending_payment' || status === 'payment_failed')
      .map(({ orderId }) => orderId);
  });
  let cancelled = 0;
  for (const orderId of unpaid as string[]) {
    const answer = await step.run(`cancel-${orderId}`, () => orders.cancel({ orderId, reason: 'expired' }));
    if ((answer as { cancelled: boolean }).cancelled) cancelled += 1;
  }
  return { placed: placed.length, cancelled };
};
