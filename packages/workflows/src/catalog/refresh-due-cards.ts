import { categoryChanged } from '@mallhive/catalog/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every minute, and at once after a change of the category tree: what became due reaches cards, index and pages. */
export function refreshDueCards(inngest: Inngest.Any, { catalog }: Pick<WorkflowDependencies, 'catalog'>) {
  return inngest.createFunction(
    {
      id: 'refresh-due-cards',
      name: 'Begin and end sales, publish what was scheduled',
      concurrency: 1,
      triggers: [{ cron: '* * * * *' }, { event: categoryChanged.name }],
    },
    ({ step }) => step.run('refresh', () => catalog.refreshDueCards()),
  );
}
