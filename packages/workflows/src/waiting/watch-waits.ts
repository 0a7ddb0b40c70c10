import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every minute: what is back since the last look. Selling itself is not slowed down by asking. */
export function watchWaits(inngest: Inngest.Any, { cart }: Pick<WorkflowDependencies, 'cart'>) {
  return inngest.createFunction(
    { id: 'watch-waits', name: 'Watch for what is back in stock', concurrency: 1, triggers: { cron: '* * * * *' } },
    ({ step }) => step.run('watch', () => cart.watchWaits()),
  );
}
