import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every minute: sales that begin or end by themselves reach cards, index and pages. */
export function refreshDueCards(inngest: Inngest.Any, { catalog }: Pick<WorkflowDependencies, 'catalog'>) {
  return inngest.createFunction(
    { id: 'refresh-due-cards', name: 'Begin and end sales', concurrency: 1, triggers: { cron: '* * * * *' } },
    ({ step }) => step.run('refresh', () => catalog.refreshDueCards()),
  );
}
