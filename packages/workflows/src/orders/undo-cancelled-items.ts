import { itemsCancelled } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { orderUrl } from './order-url.ts';
import { deliverEach, type Handler } from './step.ts';

/** Units of a paid order will not be sent: they go back into the stock, and everybody is told. Their price travels by `send-refund`. */
export function undoCancelledItems(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'undo-cancelled-items',
      name: 'Put cancelled items back and tell everybody',
      retries: 10,
      triggers: { event: itemsCancelled.name },
    },
    ({ event, step }) => handleCancelledItems(dependencies, event, step),
  );
}

export const handleCancelledItems: Handler = async (dependencies, event, step) => {
  const { cart, notifications, identity, web } = dependencies;
  const cancelled = itemsCancelled.schema.parse(event.data);
  // Nothing is there to be put back, and the shopper hears of it with the parcel.
  if (cancelled.reason === 'lost') return { stock: 'lost' };
  const { cancellationId, checkoutId, sellerId, orderId, orderNumber, subOrderId, sellerName, lines, by } = cancelled;
  const stock = await step.run('put-back', async () => {
    const outcome = await cart.putBack({
      checkoutId,
      sellerId,
      reason: 'cancelled',
      lines: lines.map(({ orderLineId, variantId, productId, quantity }) => ({
        key: `cancel:${cancellationId}:${orderLineId}`,
        variantId,
        productId,
        quantity,
      })),
    });
    // The sale is written by the workflow of the payment; this one comes again until it is.
    if (outcome === 'waiting') throw new Error(`The sale of checkout ${checkoutId} is not written yet`);
    return outcome;
  });
  const queued = await step.run('write-messages', async () => {
    const { email, userId, name, locale, refund, currency, note } = cancelled;
    const [seller] = by === 'shopper' ? await identity.sellerContacts([sellerId]) : [];
    return notifications.queue([
      {
        key: `items-cancelled:${cancellationId}`,
        template: 'items-cancelled',
        to: { email, userId },
        locale,
        inbox: userId !== null,
        data: {
          orderNumber,
          name,
          sellerName,
          orderUrl: orderUrl(dependencies, orderId, locale),
          amount: refund,
          currency,
          byShopper: by === 'shopper',
          note,
          lines,
        },
      },
      ...(seller?.members ?? []).map((member) => ({
        key: `seller-order-changed:${cancellationId}:${member.userId}`,
        template: 'seller-order-changed' as const,
        to: { email: member.email, userId: member.userId },
        inbox: true,
        data: {
          number: orderNumber,
          sellerName,
          change: 'cancelled' as const,
          lines,
          url: `${web.sellerUrl}/orders/${subOrderId}`,
        },
      })),
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { stock };
};
