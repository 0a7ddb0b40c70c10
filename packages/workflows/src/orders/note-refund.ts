import { paymentRefunded } from '@mallhive/payments/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { Handler } from './step.ts';

/** Money went back: the order's timeline says so. */
export function noteRefund(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'note-refund', name: 'Note a refund on its order', triggers: { event: paymentRefunded.name } },
    ({ event, step }) => handleRefund(dependencies, event, step),
  );
}

export const handleRefund: Handler = async ({ orders }, event, step) => {
  const { orderId, refundId, key } = paymentRefunded.schema.parse(event.data);
  // A refund that the order planned itself is told by `send-refund`.
  if (key.startsWith('refund:')) return null;
  return step.run('note', () => orders.recordRefund(orderId, refundId));
};
