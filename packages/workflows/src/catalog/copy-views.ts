import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every ten minutes: trends follow what was looked at. Absolute figures of yesterday and today (UTC). */
export function copyViews(
  inngest: Inngest.Any,
  { analytics, search }: Pick<WorkflowDependencies, 'analytics' | 'search'>,
) {
  return inngest.createFunction(
    { id: 'copy-views', name: 'Let trends follow product views', concurrency: 1, triggers: { cron: '*/10 * * * *' } },
    ({ step }) =>
      step.run('copy', async () => {
        const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
        await search.recordViews(await analytics.productViewsByDay(yesterday));
      }),
  );
}
