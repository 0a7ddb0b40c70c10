import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every five minutes: sales that were recorded and not counted, as after an import. */
export function rollUpSales(inngest: Inngest.Any, { analytics }: Pick<WorkflowDependencies, 'analytics'>) {
  return inngest.createFunction(
    { id: 'roll-up-sales', name: 'Count what was sold', concurrency: 1, triggers: { cron: '*/5 * * * *' } },
    ({ step }) => step.run('count', () => analytics.rollUpSales()),
  );
}
