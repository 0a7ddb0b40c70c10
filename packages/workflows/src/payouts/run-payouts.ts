import { payoutsRequested } from '@mallhive/payments/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every hour, and when an administrator asks for it: money whose days are over becomes available, what is due is planned, and what goes through a provider is sent. */
export function runPayouts(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'run-payouts',
      name: 'Pay the sellers',
      concurrency: 1,
      triggers: [{ cron: '17 * * * *' }, { event: payoutsRequested.name }],
    },
    ({ step }) => handlePayouts(dependencies, step),
  );
}

export async function handlePayouts(
  { payments }: Pick<WorkflowDependencies, 'payments'>,
  step: { run(id: string, work: () => Promise<unknown>): Promise<unknown> },
): Promise<Record<string, unknown>> {
  const released = await step.run('release', () => payments.payouts.releaseHolds());
  const planned = await step.run('plan', () => payments.payouts.planPayouts());
  const transfers = await step.run('transfer', () => payments.payouts.sendTransfers());
  return { released, planned, transfers };
}
