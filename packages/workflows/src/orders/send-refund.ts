import { refundPlanned } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { orderUrl } from './order-url.ts';
import { deliverEach, type Handler } from './step.ts';

/** Money has to go back: it is sent until it is there. When the provider refuses for good, a person is shown it. */
export function sendRefund(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'send-refund',
      name: 'Send a refund',
      retries: 10,
      // The same refund never in two places at once.
      concurrency: { key: 'event.data.refundId', limit: 1 },
      triggers: { event: refundPlanned.name },
      onFailure: async ({ event, error }) => giveUpRefund(dependencies, event.data.event, error),
    },
    ({ event, step }) => handlePlannedRefund(dependencies, event, step),
  );
}

/** The provider said no too often. */
export async function giveUpRefund({ orders }: WorkflowDependencies, event: { data?: unknown }, error: Error) {
  const { refundId } = refundPlanned.schema.parse(event.data);
  await orders.failRefund(refundId, error.message);
}

/** Also for the sweep: everything that is still to do for one refund. Answers how the money went back; null when there is no such refund. */
export async function settleRefund(
  { orders, payments }: Pick<WorkflowDependencies, 'orders' | 'payments'>,
  refundId: string,
): Promise<'back' | 'credit' | null> {
  const refund = await orders.startRefund(refundId);
  if (!refund) return null;
  const toCredit = refund.toCredit && refund.userId ? { userId: refund.userId } : null;
  if (refund.status !== 'succeeded') {
    const [payment] = await payments.forOrders([refund.orderId]);
    if (!payment) throw new Error(`Order ${refund.orderId} has no payment to refund`);
    await payments.refund({
      paymentId: payment.id,
      key: `refund:${refundId}`,
      reason: refund.cause,
      amount: refund.amount,
      subOrderId: refund.paidSubOrderId,
      toCredit,
    });
    await orders.finishRefund(refundId);
  }
  return toCredit ? 'credit' : 'back';
}

export const handlePlannedRefund: Handler = async (dependencies, event, step) => {
  const { notifications } = dependencies;
  const planned = refundPlanned.schema.parse(event.data);
  const { refundId, orderId, orderNumber, name, sellerName, amount, currency, email, userId, locale, cause } = planned;
  const how = await step.run('send', () => settleRefund(dependencies, refundId));
  // A cancellation has told of its refund already, and credit is told of by whoever gave it.
  if (cause === 'cancellation' || how === 'credit') return { refundId };
  const queued = await step.run('write-message', () =>
    notifications.queue([
      {
        key: `order-refunded:${refundId}`,
        template: 'order-refunded',
        to: { email, userId },
        locale,
        inbox: userId !== null,
        data: { orderNumber, name, sellerName, orderUrl: orderUrl(dependencies, orderId, locale), amount, currency },
      },
    ]),
  );
  await deliverEach(dependencies, step, queued);
  return { refundId };
};
