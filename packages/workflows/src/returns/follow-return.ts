import { returnChanged } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { orderUrl } from '../orders/order-url.ts';
import { deliverEach, type Handler } from '../orders/step.ts';

/**
 * A return went on: what can be sold again goes into the stock, what was held for an exchange leaves it, the shopper is told.
 * The money travels by `send-refund`.
 */
export function followReturn(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'follow-return', name: 'Restock and tell of a return', retries: 10, triggers: { event: returnChanged.name } },
    ({ event, step }) => handleChangedReturn(dependencies, event, step),
  );
}

export const handleChangedReturn: Handler = async (dependencies, event, step) => {
  const { cart, notifications } = dependencies;
  const changed = returnChanged.schema.parse(event.data);
  const { returnId, number, sellerId, state, restock, exchange } = changed;
  if (exchange) {
    await step.run('take-exchange', async () => {
      const { outcome } = await cart.commit(returnId);
      // The hold had run out and the units are sold: the seller sees the part and cancels it, then its price goes back.
      return outcome;
    });
  }
  for (const { returnLineId, variantId, productId, checkoutId, quantity } of restock) {
    await step.run(`restock-${returnLineId}`, async () => {
      const key = `restock:${returnLineId}`;
      const lines = [{ key, variantId, productId, quantity }];
      const outcome = await cart.putBack({ checkoutId, sellerId, reason: 'returned', lines });
      if (outcome === 'waiting') throw new Error(`The sale of checkout ${checkoutId} is not written yet`);
      return outcome;
    });
  }
  const queued = await step.run('write-message', () => {
    const {
      email,
      userId,
      name,
      locale,
      orderId,
      orderNumber,
      sellerName,
      currency,
      refund: amount,
      text,
      lines,
    } = changed;
    return notifications.queue([
      {
        key: `return-${state}:${returnId}`,
        template: 'return-update',
        to: { email, userId },
        locale,
        inbox: userId !== null,
        data: {
          orderNumber,
          name,
          sellerName,
          orderUrl: orderUrl(dependencies, orderId, locale),
          amount,
          currency,
          number,
          state,
          text,
          lines,
        },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { returnId, state };
};
