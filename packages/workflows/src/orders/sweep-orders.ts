import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { settleRefund } from './send-refund.ts';
import { settleCheckouts } from './settle-checkouts.ts';
import type { Steps } from './step.ts';

/** Every minute, in case a timer, a webhook or a delivery was lost: nothing stays half done for long. */
export function sweepOrders(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'sweep-orders', name: 'Finish what was left half done', concurrency: 1, triggers: { cron: '* * * * *' } },
    ({ step }) => handleSweep(dependencies, step),
  );
}

export async function handleSweep(
  dependencies: WorkflowDependencies,
  step: Pick<Steps, 'run'>,
): Promise<Record<string, unknown>> {
  const { cart, orders, payments, notifications } = dependencies;
  const webhooks = await step.run('webhooks', () => payments.processPendingWebhooks());
  const held = await step.run('held-money', () => payments.settleHeld());
  const overdue = await step.run('unpaid-orders', async () => {
    const orderIds = await orders.overdue();
    for (const orderId of orderIds) await orders.cancel({ orderId, reason: 'expired' });
    return orderIds.length;
  });
  const reservations = await step.run('reservations', async () =>
    settleCheckouts(dependencies, await cart.dueCheckouts()),
  );
  const carts = await step.run('ordered-carts', () => cart.closeLeftOver());
  const refunds = await step.run('refunds', () => settleRefunds(dependencies));
  const messages = await step.run('messages', () => notifications.deliverUnsent());
  return { webhooks, held, overdue, reservations, carts, refunds, messages };
}

/** Refunds whose event was lost; one that the provider refuses does not stop the others. */
async function settleRefunds(dependencies: WorkflowDependencies): Promise<number> {
  const { orders, logger } = dependencies;
  let settled = 0;
  for (const refundId of await orders.unfinishedRefunds()) {
    try {
      if (await settleRefund(dependencies, refundId)) settled += 1;
    } catch (error) {
      logger.warn({ error, refundId }, 'A refund could not be sent; it is tried again');
    }
  }
  return settled;
}
