import { localisedUrl } from '@mallhive/kernel';
import { orderCancelled } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from './step.ts';

/** An order was cancelled: stock back, payment stopped or sent back, shopper told. Every step may run twice. */
export function undoOrder(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'undo-order', name: 'Undo a cancelled order', retries: 10, triggers: { event: orderCancelled.name } },
    ({ event, step }) => handleCancelledOrder(dependencies, event, step),
  );
}

/** Why, in the words the message knows; null when the shopper did it themselves and needs no mail. */
const reasons: Record<string, 'expired' | 'payment_failed' | 'stock_lost'> = {
  expired: 'expired',
  payment_failed: 'payment_failed',
  stock_lost: 'stock_lost',
};

export const handleCancelledOrder: Handler = async (dependencies, event, step) => {
  const { cart, payments, notifications, web } = dependencies;
  const { orderId, checkoutId, number, email, locale, reason } = orderCancelled.schema.parse(event.data);
  await step.run('release-stock', () => cart.release(checkoutId));
  const status = await step.run('stop-payment', () => payments.cancel(orderId));
  const captured = status === 'captured' || status === 'partially_refunded';
  if (captured) {
    await step.run('refund', async () => {
      const [payment] = await payments.forOrders([orderId]);
      return (
        payment &&
        payments.refund({ paymentId: payment.id, key: `unfulfilled:${payment.id}`, reason: 'order_cancelled' })
      );
    });
  }
  const told = reasons[reason];
  if (!told) return { captured };
  const queued = await step.run('write-messages', () =>
    notifications.queue([
      {
        key: `order-cancelled:${orderId}`,
        template: 'order-cancelled',
        to: { email, userId: null },
        locale,
        data: {
          number,
          reason: told,
          refunded: captured || status === 'refunded',
          shopUrl: localisedUrl(web.shellUrl, locale, '/'),
        },
      },
    ]),
  );
  await deliverEach(dependencies, step, queued);
  return { captured };
};
