import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every night: what was told half a year ago is forgotten. */
export function tidyNotices(inngest: Inngest.Any, { notifications }: Pick<WorkflowDependencies, 'notifications'>) {
  return inngest.createFunction(
    { id: 'tidy-notices', name: 'Forget what was told long ago', triggers: { cron: '50 2 * * *' } },
    ({ step }) => step.run('tidy', () => notifications.tidyNotices()),
  );
}
