import { orderPaid } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { settleTogether } from '../orders/settle-each.ts';
import type { IncomingEvent, Steps } from '../orders/step.ts';

/** Orders are paid: each seller's part gets its invoice. After the payment, never in its way. */
export function invoiceOrder(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'invoice-order',
      name: 'Write the invoices of paid orders',
      batchEvents: { maxSize: 25, timeout: '2s' },
      retries: 10,
      triggers: { event: orderPaid.name },
    },
    ({ events, step }) => handleOrdersToInvoice(dependencies, events, step),
  );
}

export async function handleOrdersToInvoice(
  { identity, orders }: Pick<WorkflowDependencies, 'identity' | 'orders'>,
  events: readonly IncomingEvent[],
  step: Pick<Steps, 'run'>,
): Promise<unknown> {
  const paid = events.map(({ data }) => orderPaid.schema.parse(data));
  const sellerIds = new Set(paid.flatMap(({ subOrders }) => subOrders.map(({ sellerId }) => sellerId)));
  // Read once for the batch, and only when there is work; not in a step of its own, because addresses are not for its memory.
  let parties: ReturnType<typeof identity.invoiceParties> | undefined;
  const partiesOfAll = () => {
    parties ??= identity.invoiceParties([...sellerIds]);
    return parties;
  };
  const written = await settleTogether(
    step,
    'write',
    paid,
    ({ orderId }) => orderId,
    async (some) => {
      const orderIds = some.map(({ orderId }) => orderId);
      await orders.issueInvoices(orderIds, await partiesOfAll());
      return orderIds;
    },
  );
  return { orders: written.length };
}
