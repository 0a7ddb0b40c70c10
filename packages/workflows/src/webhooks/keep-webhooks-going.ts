import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every minute: addresses at which something is due, be it for the next try or because a run was lost. */
export function wakeWebhooks(inngest: Inngest.Any, { notifications }: Pick<WorkflowDependencies, 'notifications'>) {
  return inngest.createFunction(
    { id: 'wake-webhooks', name: 'Look for webhooks that are due', concurrency: 1, triggers: { cron: '* * * * *' } },
    ({ step }) => step.run('wake', () => notifications.webhooks.wakeDue()),
  );
}

/** Every night: the log of what was sent is kept for 30 days. */
export function expireWebhooks(inngest: Inngest.Any, { notifications }: Pick<WorkflowDependencies, 'notifications'>) {
  return inngest.createFunction(
    { id: 'expire-webhooks', name: 'Forget old webhooks', concurrency: 1, triggers: { cron: '41 3 * * *' } },
    ({ step }) => step.run('expire', () => notifications.webhooks.expire()),
  );
}
