import { shipmentCreated } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { orderUrl } from './order-url.ts';
import { deliverEach, type Handler } from './step.ts';

/** A parcel is on its way: the shopper gets the tracking number. */
export function announceShipment(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'announce-shipment',
      name: 'Tell the shopper of a parcel',
      retries: 10,
      triggers: { event: shipmentCreated.name },
    },
    ({ event, step }) => handleShipment(dependencies, event, step),
  );
}

export const handleShipment: Handler = async (dependencies, event, step) => {
  const shipment = shipmentCreated.schema.parse(event.data);
  const { shipmentId, orderId, orderNumber, name, sellerName, carrier, trackingNumber, trackingUrl, lines, locale } =
    shipment;
  const queued = await step.run('write-message', () =>
    dependencies.notifications.queue([
      {
        key: `order-shipped:${shipmentId}`,
        template: 'order-shipped',
        to: { email: shipment.email, userId: null },
        locale,
        data: {
          orderNumber,
          name,
          sellerName,
          carrier,
          trackingNumber,
          trackingUrl,
          lines,
          orderUrl: orderUrl(dependencies, orderId, locale),
        },
      },
    ]),
  );
  await deliverEach(dependencies, step, queued);
  return { shipmentId };
};
