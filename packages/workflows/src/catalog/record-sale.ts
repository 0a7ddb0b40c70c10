import { shopperOf } from '@mallhive/analytics';
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
    async ({ events, step }) => {
      const recorded = await step.run('record', () => handlePaidOrders(dependencies, events));
      await step.run('roll-up', () => dependencies.analytics.rollUpSales());
      return recorded;
    },
  );
}

export function handlePaidOrders(
  { analytics }: Pick<WorkflowDependencies, 'analytics'>,
  events: readonly IncomingEvent[],
): Promise<{ recorded: number }> {
  const orders = events.map((event) => {
    const order = orderPaid.schema.parse(event.data);
    return { order, soldAt: new Date(event.ts ?? order.placedAt) };
  });
  const lines = orders.flatMap(({ order, soldAt }) =>
    order.lines.map((line) => ({
      orderLineId: line.orderLineId,
      orderId: order.orderId,
      sellerId: line.sellerId,
      productId: line.productId,
      variantId: line.variantId,
      title: line.title,
      units: line.quantity,
      revenue: line.total,
      discount: line.discount,
      currency: order.currency,
      country: order.country,
      soldAt,
    })),
  );
  const parts = orders.flatMap(({ order }) =>
    order.subOrders.map((part) => ({
      orderId: order.orderId,
      sellerId: part.sellerId,
      shopper: shopperOf(order.email),
      shipping: part.shipping - part.shippingDiscount,
      tax: part.tax,
      taxOnTop: order.taxIncluded ? 0 : part.tax,
    })),
  );
  return analytics.recordSales(lines, parts);
}
