import { idSchema } from '@mallhive/kernel';
import { paymentRefundLost } from '@mallhive/payments/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { Handler } from './step.ts';

/**
 * A refund did not arrive: the order says so and an administrator sends it again. One that no order planned (the money of a
 * cancelled order) goes again by itself.
 */
export function noteLostRefund(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'note-lost-refund',
      name: 'Note a refund that was lost',
      retries: 10,
      triggers: { event: paymentRefundLost.name },
    },
    ({ event, step }) => handleLostRefund(dependencies, event, step),
  );
}

export const handleLostRefund: Handler = async ({ orders, payments, logger }, event, step) => {
  const { paymentId, orderId, key, reason } = paymentRefundLost.schema.parse(event.data);
  logger.warn({ orderId, key, reason }, 'A refund did not arrive');
  const planned = idSchema.safeParse(key.startsWith('refund:') ? key.slice('refund:'.length) : null);
  if (planned.success) {
    await step.run('note', () => orders.loseRefund(planned.data, reason));
    return { outcome: 'noted' };
  }
  await step.run('send-again', () => payments.refund({ paymentId, key, reason: 'order_cancelled' }));
  return { outcome: 'sent_again' };
};
