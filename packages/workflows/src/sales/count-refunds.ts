import { paymentRefunded, paymentRefundLost } from '@mallhive/payments/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent } from '../orders/step.ts';

type Needs = Pick<WorkflowDependencies, 'analytics' | 'payments'>;

/** Money went back, or did not arrive there: the figures follow the ledger. */
export function countRefunds(inngest: Inngest.Any, dependencies: Needs) {
  return inngest.createFunction(
    {
      id: 'count-refunds',
      name: 'Count refunds in the figures',
      batchEvents: { maxSize: 50, timeout: '5s' },
      triggers: [{ event: paymentRefunded.name }, { event: paymentRefundLost.name }],
    },
    async ({ events, step }) => {
      const recorded = await step.run('record', () => handleRefunds(dependencies, events));
      await step.run('roll-up', () => dependencies.analytics.rollUpSales());
      return recorded;
    },
  );
}

export async function handleRefunds(
  { analytics, payments }: Needs,
  events: readonly (IncomingEvent & { name: string })[],
): Promise<{ recorded: number }> {
  const references = events.map(({ name, data }) =>
    name === paymentRefunded.name
      ? `refund:${paymentRefunded.schema.parse(data).refundId}`
      : `refund_lost:${paymentRefundLost.schema.parse(data).refundId}`,
  );
  return analytics.recordRefunds(await payments.refundShares(references));
}
