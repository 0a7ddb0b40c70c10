import { stockChanged } from '@mallhive/cart/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Stock changed: the catalog shows it. Figures are absolute and versioned, so order and repeats do not matter. */
export function copyStock(inngest: Inngest.Any, { catalog }: Pick<WorkflowDependencies, 'catalog'>) {
  return inngest.createFunction(
    {
      id: 'copy-stock',
      name: 'Show changed stock in the catalog',
      concurrency: 4,
      triggers: { event: stockChanged.name },
    },
    ({ event, step }) =>
      step.run('apply', () => catalog.applyStockChanged(stockChanged.schema.parse(event.data).levels)),
  );
}
