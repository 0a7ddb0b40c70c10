import { orderPaid } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent } from './step.ts';

/** An order was paid: its lines become sales figures, keyed by line, so that a repeat adds nothing. */
export function recordSale(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'analytics'>) {
  return inngest.createFunction(
    { id: 'record-sale', name: 'Count a paid order in the figures', triggers: { event: orderPaid.name } },
    ({ event, step }) => step.run('record', () => handlePaidOrder(dependencies, event)),
  );
}

export function handlePaidOrder(
  { analytics }: Pick<WorkflowDependencies, 'analytics'>,
  event: IncomingEvent,
): Promise<{ recorded: number }> {
  const order = orderPaid.schema.parse(event.data);
  const soldAt = new Date(event.ts ?? order.placedAt);
  return analytics.recordSales(
    order.lines.map((line) => ({
      orderLineId: line.orderLineId,
      orderId: order.orderId,
      sellerId: line.sellerId,
      productId: line.productId,
      variantId: line.variantId,
      title: line.title,
      units: line.quantity,
      revenue: line.total,
      currency: order.currency,
      country: order.country,
      soldAt,
    })),
  );
}
