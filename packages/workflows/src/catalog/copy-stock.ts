import { stockChanged } from '@mallhive/cart/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent } from './step.ts';

/** Stock changed: the catalog shows it, the changes of a second together. Figures are absolute and versioned, so order and repeats do not matter. */
export function copyStock(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'catalog'>) {
  return inngest.createFunction(
    {
      id: 'copy-stock',
      name: 'Show changed stock in the catalog',
      batchEvents: { maxSize: 25, timeout: '1s' },
      concurrency: 4,
      triggers: { event: stockChanged.name },
    },
    ({ events, step }) => step.run('apply', () => handleStockChanges(dependencies, events)),
  );
}

/** Of each variant the newest figures. */
export function handleStockChanges(
  { catalog }: Pick<WorkflowDependencies, 'catalog'>,
  events: readonly IncomingEvent[],
): Promise<{ applied: number }> {
  const levels = events.flatMap(({ data }) => stockChanged.schema.parse(data).levels);
  const newest = new Map(levels.toSorted((a, b) => a.version - b.version).map((level) => [level.variantId, level]));
  return catalog.applyStockChanged([...newest.values()]);
}
