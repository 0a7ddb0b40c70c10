import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** What visitors did becomes figures; what is older than it may be goes. */
export function createBehaviourFunctions(
  inngest: Inngest.Any,
  { analytics }: Pick<WorkflowDependencies, 'analytics'>,
): InngestFunction.Any[] {
  return [
    inngest.createFunction(
      { id: 'roll-up-behaviour', name: 'Count what visitors did', concurrency: 1, triggers: { cron: '* * * * *' } },
      ({ step }) => step.run('count', () => analytics.rollUpBehaviour()),
    ),
    inngest.createFunction(
      { id: 'drop-old-behaviour', name: 'Forget old visits', concurrency: 1, triggers: { cron: '23 3 * * *' } },
      ({ step }) => step.run('drop', () => analytics.dropOldBehaviour()),
    ),
  ];
}
