import { idSchema, newId } from '@mallhive/kernel';
import { paymentFailed } from '@mallhive/payments/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { Handler } from './step.ts';

/** A card was declined: the order says so and still waits; the shopper may try again. */
export function noteFailedAttempt(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'note-failed-attempt', name: 'Note a failed payment attempt', triggers: { event: paymentFailed.name } },
    ({ event, step }) => handleFailedAttempt(dependencies, event, step),
  );
}

export const handleFailedAttempt: Handler = async ({ orders }, event, step) => {
  const { orderId, message } = paymentFailed.schema.parse(event.data);
  // The outbox gives every event an id of ours; one sent by hand gets its own.
  const known = idSchema.safeParse(event.id);
  return step.run('note', () => orders.recordFailedAttempt(orderId, known.success ? known.data : newId(), message));
};
