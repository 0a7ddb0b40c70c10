import { orderPaid } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent } from './step.ts';

/** Orders were paid: trends and "often bought together" learn from it. An order known already adds nothing. */
export function learnFromOrder(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'search'>) {
  return inngest.createFunction(
    {
      id: 'learn-from-order',
      name: 'Learn recommendations from paid orders',
      batchEvents: { maxSize: 50, timeout: '5s' },
      concurrency: 1,
      triggers: { event: orderPaid.name },
    },
    ({ events, step }) => step.run('learn', () => handleLearning(dependencies, events)),
  );
}

export function handleLearning(
  { search }: Pick<WorkflowDependencies, 'search'>,
  events: readonly IncomingEvent[],
): Promise<{ recorded: number }> {
  return search.recordOrders(
    events.map((event) => {
      const { orderId, placedAt, userId, lines } = orderPaid.schema.parse(event.data);
      return { orderId, paidAt: new Date(event.ts ?? placedAt), shopperId: userId, lines };
    }),
  );
}
