import { webhookDue } from '@mallhive/notifications/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent, Steps } from '../orders/step.ts';

/** Waits of so long are waited out here; longer ones are for the job that looks each minute. */
const patienceMs = 60_000;
const rounds = 40;

/**
 * Something is due at an address of a seller's system. One call at a time for each address, and those that take nothing
 * have a lane of their own, so that one seller's system that hangs keeps nobody else waiting.
 */
export function deliverWebhooks(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'notifications'>) {
  return inngest.createFunction(
    {
      id: 'deliver-webhooks',
      name: 'Send to sellers’ systems',
      retries: 4,
      concurrency: [
        { key: 'event.data.endpointId', limit: 1 },
        { key: 'event.data.lane', limit: 8 },
      ],
      triggers: { event: webhookDue.name },
    },
    ({ event, step }) => handleDue(dependencies, event, step),
  );
}

export async function handleDue(
  { notifications }: Pick<WorkflowDependencies, 'notifications'>,
  event: IncomingEvent,
  step: Pick<Steps, 'run' | 'sleepUntil'>,
  now: () => number = Date.now,
): Promise<{ tried: number }> {
  const { endpointId } = webhookDue.schema.parse(event.data);
  let tried = 0;
  for (let round = 1; round <= rounds; round += 1) {
    // The clock is read within the step: a run that goes on later finds what was decided then.
    const report = (await step.run(`send-${round}`, async () => {
      const { nextAt, ...rest } = await notifications.webhooks.deliverDue(endpointId);
      const soon = nextAt !== null && new Date(nextAt).getTime() - now() <= patienceMs;
      return { ...rest, nextAt: soon ? nextAt : null };
    })) as { tried: number; nextAt: string | null };
    tried += report.tried;
    if (report.nextAt === null) break;
    if (report.tried === 0 || new Date(report.nextAt).getTime() > now()) {
      await step.sleepUntil(`wait-${round}`, new Date(report.nextAt));
    }
  }
  return { tried };
}
