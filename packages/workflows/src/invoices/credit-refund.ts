import { refundPlanned } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent, Steps } from '../orders/step.ts';

/** Money goes back: the invoice of that part gets a credit note, whether the refund is on its way already or not. */
export function creditRefund(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'credit-refund', name: 'Write a credit note', retries: 10, triggers: { event: refundPlanned.name } },
    ({ event, step }) => handleRefundToCredit(dependencies, event, step),
  );
}

export async function handleRefundToCredit(
  { identity, orders }: Pick<WorkflowDependencies, 'identity' | 'orders'>,
  event: IncomingEvent,
  step: Pick<Steps, 'run'>,
): Promise<unknown> {
  const { refundId, sellerId } = refundPlanned.schema.parse(event.data);
  return step.run('write', async () => orders.creditRefund(refundId, await identity.invoiceParties([sellerId])));
}
