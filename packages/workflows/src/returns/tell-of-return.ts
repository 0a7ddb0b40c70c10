import { returnRequested } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from '../orders/step.ts';

/** A shopper wants to send something back: the seller's people are told, because they decide. */
export function tellOfReturn(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'tell-of-return',
      name: 'Tell the seller of a return',
      retries: 10,
      triggers: { event: returnRequested.name },
    },
    ({ event, step }) => handleRequestedReturn(dependencies, event, step),
  );
}

export const handleRequestedReturn: Handler = async (dependencies, event, step) => {
  const { identity, notifications, web } = dependencies;
  const { returnId, sellerId, sellerName, orderNumber, lines } = returnRequested.schema.parse(event.data);
  const queued = await step.run('write-messages', async () => {
    const [seller] = await identity.sellerContacts([sellerId]);
    return notifications.queue(
      (seller?.members ?? []).map(({ userId, email }) => ({
        key: `return-requested:${returnId}:${userId}`,
        template: 'seller-order-changed' as const,
        to: { email, userId },
        inbox: true,
        data: {
          number: orderNumber,
          sellerName,
          change: 'return' as const,
          lines,
          url: `${web.sellerUrl}/returns/${returnId}`,
        },
      })),
    );
  });
  await deliverEach(dependencies, step, queued);
  return { returnId };
};
