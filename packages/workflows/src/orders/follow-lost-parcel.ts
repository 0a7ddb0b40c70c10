import { shipmentLost } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { orderUrl } from './order-url.ts';
import { deliverEach, type Handler } from './step.ts';

/** A parcel did not arrive: what is sent once more leaves the stock, the shopper is told. Money travels by `send-refund`. */
export function followLostParcel(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'follow-lost-parcel',
      name: 'Follow up on a lost parcel',
      retries: 10,
      triggers: { event: shipmentLost.name },
    },
    ({ event, step }) => handleLostParcel(dependencies, event, step),
  );
}

export const handleLostParcel: Handler = async (dependencies, event, step) => {
  const lost = shipmentLost.schema.parse(event.data);
  const { shipmentId, resend, orderId, locale, email, userId } = lost;
  if (resend) {
    await step.run('take-again', async () => {
      // The hold had run out and the units are sold: the seller sees them unsent and cancels, then their price goes back.
      return (await dependencies.cart.commit(shipmentId)).outcome;
    });
  }
  const queued = await step.run('write-message', () => {
    const { orderNumber, name, sellerName, carrier, trackingNumber, refund: amount, currency, lines } = lost;
    const parcel = { carrier, trackingNumber, resend, amount, currency, lines };
    return dependencies.notifications.queue([
      {
        key: `parcel-lost:${shipmentId}`,
        template: 'parcel-lost',
        to: { email, userId },
        locale,
        inbox: userId !== null,
        data: { orderNumber, name, sellerName, orderUrl: orderUrl(dependencies, orderId, locale), ...parcel },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { shipmentId };
};
