import { orderPaid } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent, Steps } from '../orders/step.ts';

/** An order is paid: each of its sellers' parts gets its invoice. After the payment, never in its way. */
export function invoiceOrder(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'invoice-order', name: 'Write the invoices of an order', retries: 10, triggers: { event: orderPaid.name } },
    ({ event, step }) => handleOrderToInvoice(dependencies, event, step),
  );
}

export async function handleOrderToInvoice(
  { identity, orders }: Pick<WorkflowDependencies, 'identity' | 'orders'>,
  event: IncomingEvent,
  step: Pick<Steps, 'run'>,
): Promise<unknown> {
  const { orderId, subOrders } = orderPaid.schema.parse(event.data);
  return step.run('write', async () => {
    const parties = await identity.invoiceParties(subOrders.map(({ sellerId }) => sellerId));
    return { documents: await orders.issueInvoices(orderId, parties) };
  });
}
