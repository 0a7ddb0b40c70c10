import type { NoticeBatch } from '@mallhive/notifications';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { settleEach } from '../orders/settle-each.ts';
import type { Steps } from '../orders/step.ts';
import { type ComposeDependencies, composeDue } from './compose.ts';

const mostAtOnce = 200;

/** Every minute: what was kept for a better hour, or for others of its kind, and is due now. */
export function sendDue(
  inngest: Inngest.Any,
  dependencies: ComposeDependencies & Pick<WorkflowDependencies, 'notifications'>,
) {
  return inngest.createFunction(
    { id: 'send-due', name: 'Send what waited for its time', concurrency: 1, triggers: { cron: '* * * * *' } },
    ({ step }) => handleDue(dependencies, step),
  );
}

export async function handleDue(
  dependencies: ComposeDependencies & Pick<WorkflowDependencies, 'notifications'>,
  step: Pick<Steps, 'run'>,
  now = new Date(),
): Promise<{ sent: number }> {
  const { notifications } = dependencies;
  const batches = (await step.run('take', () => notifications.takeDue(mostAtOnce))) as NoticeBatch[];
  if (batches.length === 0) return { sent: 0 };
  const queued = (await step.run('write-messages', async () => {
    const ids = await notifications.queue(await composeDue(dependencies, batches, now));
    await notifications.told(batches.map(({ batchId }) => batchId));
    return ids;
  })) as string[];
  await settleEach(
    step,
    'deliver',
    queued,
    (id) => id,
    (id) => notifications.deliver(id),
  );
  return { sent: queued.length };
}
