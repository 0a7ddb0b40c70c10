import { orderCancelled } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent, Steps } from '../orders/step.ts';

/** A paid order lost its stock: what was invoiced by then is credited in full. */
export function creditLostOrder(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'credit-lost-order',
      name: 'Credit the invoices of an order without stock',
      retries: 10,
      triggers: { event: orderCancelled.name },
    },
    ({ event, step }) => handleLostOrder(dependencies, event, step),
  );
}

export async function handleLostOrder(
  { orders }: Pick<WorkflowDependencies, 'orders'>,
  event: IncomingEvent,
  step: Pick<Steps, 'run'>,
): Promise<unknown> {
  const { orderId, reason } = orderCancelled.schema.parse(event.data);
  if (reason !== 'stock_lost') return null;
  return step.run('write', () => orders.creditLostOrder(orderId));
}
