import { orderPaid } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent } from './step.ts';

/** An order was paid: trends and "often bought together" learn from it. An order known already adds nothing. */
export function learnFromOrder(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'search'>) {
  return inngest.createFunction(
    {
      id: 'learn-from-order',
      name: 'Learn recommendations from a paid order',
      concurrency: 1,
      triggers: { event: orderPaid.name },
    },
    ({ event, step }) => step.run('learn', () => handleLearning(dependencies, event)),
  );
}

export function handleLearning(
  { search }: Pick<WorkflowDependencies, 'search'>,
  event: IncomingEvent,
): Promise<{ recorded: number }> {
  const { orderId, placedAt, lines } = orderPaid.schema.parse(event.data);
  return search.recordOrders([{ orderId, paidAt: new Date(event.ts ?? placedAt), lines }]);
}
