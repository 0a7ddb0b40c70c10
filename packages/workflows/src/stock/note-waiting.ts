import { backorderChanged } from '@mallhive/cart/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Sold units wait for stock, or got theirs: the order's lines say so. Versioned, so order and repeats do not matter. */
export function noteWaiting(inngest: Inngest.Any, { orders }: Pick<WorkflowDependencies, 'orders'>) {
  return inngest.createFunction(
    {
      id: 'note-waiting',
      name: 'Show on orders what waits for stock',
      retries: 10,
      triggers: { event: backorderChanged.name },
    },
    ({ event, step }) => step.run('note', () => orders.noteWaiting(backorderChanged.schema.parse(event.data).lines)),
  );
}
