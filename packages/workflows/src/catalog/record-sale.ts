import { orderPaid } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent } from './step.ts';

/** Orders were paid: their lines become sales figures, keyed by line, so that a repeat adds nothing. */
export function recordSale(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'analytics'>) {
  return inngest.createFunction(
    {
      id: 'record-sale',
      name: 'Count paid orders in the figures',
      batchEvents: { maxSize: 50, timeout: '5s' },
      triggers: { event: orderPaid.name },
    },
    ({ events, step }) => step.run('record', () => handlePaidOrders(dependencies, events)),
  );
}

export function handlePaidOrders(
  { analytics }: Pick<WorkflowDependencies, 'analytics'>,
  events: readonly IncomingEvent[],
): Promise<{ recorded: number }> {
  return analytics.recordSales(
    events.flatMap((event) => {
      const order = orderPaid.schema.parse(event.data);
      const soldAt = new Date(event.ts ?? order.placedAt);
      return order.lines.map((line) => ({
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
      }));
    }),
  );
}
