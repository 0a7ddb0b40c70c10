import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every night: what is computed from all orders and views, anew, so that what was learnt step by step cannot drift. */
export function refreshRecommendations(inngest: Inngest.Any, { search }: Pick<WorkflowDependencies, 'search'>) {
  return inngest.createFunction(
    {
      id: 'refresh-recommendations',
      name: 'Compute recommendations anew',
      concurrency: 1,
      triggers: { cron: '17 3 * * *' },
    },
    ({ step }) => step.run('refresh', () => search.refreshRecommendations()),
  );
}
