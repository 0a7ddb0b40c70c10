import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Shortly after midnight UTC: the totals of the day that ended. */
export function rollUpDay(inngest: Inngest.Any, { analytics }: Pick<WorkflowDependencies, 'analytics'>) {
  return inngest.createFunction(
    { id: 'roll-up-day', name: 'Total up yesterday', concurrency: 1, triggers: { cron: '5 0 * * *' } },
    ({ step }) =>
      step.run('roll-up', () => analytics.rollUpDay(new Date(Date.now() - 3_600_000).toISOString().slice(0, 10))),
  );
}
