import { paymentCaptured } from '@mallhive/payments/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { Handler } from './step.ts';

/**
 * The money is there: the order becomes paid, unless the browser's return did that already. When the order was cancelled
 * before, the money goes back.
 */
export function completeOrder(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'complete-order', name: 'Complete a paid order', retries: 10, triggers: { event: paymentCaptured.name } },
    ({ event, step }) => handleCapturedPayment(dependencies, event, step),
  );
}

export const handleCapturedPayment: Handler = async ({ orders, payments }, event, step) => {
  const { orderId, paymentId, provider, amount, currency } = paymentCaptured.schema.parse(event.data);
  const outcome = await step.run('complete', () =>
    orders.completePayment({ orderId, paymentId, provider, amount, currency }),
  );
  if (outcome === 'too_late' || outcome === 'unknown') {
    await step.run('refund', () =>
      payments.refund({ paymentId, key: `unfulfilled:${paymentId}`, reason: 'order_cancelled' }),
    );
  }
  return { outcome };
};
