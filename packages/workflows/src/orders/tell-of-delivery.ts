import { shipmentDelivered } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { orderUrl } from './order-url.ts';
import { deliverEach, type Handler } from './step.ts';

/** A parcel arrived: the shopper is told, and what to do when it did not. */
export function tellOfDelivery(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'tell-of-delivery',
      name: 'Tell the shopper that a parcel arrived',
      retries: 10,
      triggers: { event: shipmentDelivered.name },
    },
    ({ event, step }) => handleArrival(dependencies, event, step),
  );
}

export const handleArrival: Handler = async (dependencies, event, step) => {
  const shipment = shipmentDelivered.schema.parse(event.data);
  const { shipmentId, orderId, orderNumber, name, sellerName, lines, locale, email, userId } = shipment;
  const queued = await step.run('write-message', () =>
    dependencies.notifications.queue([
      {
        key: `order-delivered:${shipmentId}`,
        template: 'order-delivered',
        to: { email, userId },
        locale,
        inbox: true,
        data: { orderNumber, name, sellerName, lines, orderUrl: orderUrl(dependencies, orderId, locale) },
      },
    ]),
  );
  await deliverEach(dependencies, step, queued);
  return { shipmentId };
};
