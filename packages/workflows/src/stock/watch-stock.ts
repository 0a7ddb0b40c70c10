import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every minute: which stock went low since the last look. Selling itself is not slowed down by asking. */
export function watchStock(inngest: Inngest.Any, { cart }: Pick<WorkflowDependencies, 'cart'>) {
  return inngest.createFunction(
    { id: 'watch-stock', name: 'Watch for stock that runs low', concurrency: 1, triggers: { cron: '* * * * *' } },
    ({ step }) => step.run('watch', () => cart.watchStock()),
  );
}
