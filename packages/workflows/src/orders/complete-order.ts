import { paymentCaptured } from '@mallhive/payments/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { settleEach } from './settle-each.ts';
import type { BatchHandler } from './step.ts';

/**
 * The money is there: the orders become paid, unless the browser's return did that already. When an order was cancelled
 * before, the money goes back.
 */
export function completeOrder(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'complete-order',
      name: 'Complete paid orders',
      batchEvents: { maxSize: 25, timeout: '1s' },
      retries: 10,
      triggers: { event: paymentCaptured.name },
    },
    ({ events, step }) => handleCapturedPayments(dependencies, events, step),
  );
}

export const handleCapturedPayments: BatchHandler = async ({ orders, payments }, events, step) => {
  const captured = events.map(({ data }) => {
    const { orderId, paymentId, provider, amount, currency } = paymentCaptured.schema.parse(data);
    return { orderId, paymentId, provider, amount, currency };
  });
  const paid = new Set((await step.run('notice-paid', () => orders.noticePaid(captured))) as string[]);
  const open = captured.filter(({ paymentId }) => !paid.has(paymentId));
  const completed =
    open.length === 0
      ? []
      : await settleEach(step, 'complete', open, ({ paymentId }) => paymentId, orders.completePayment);
  const outcomes = [...[...paid].map((paymentId) => [paymentId, 'already'] as const), ...completed];
  for (const [paymentId, outcome] of outcomes) {
    if (outcome !== 'too_late' && outcome !== 'unknown') continue;
    await step.run(`refund-${paymentId}`, () =>
      payments.refund({ paymentId, key: `unfulfilled:${paymentId}`, reason: 'order_cancelled' }),
    );
  }
  return { outcomes: outcomes.map(([, outcome]) => outcome) };
};
