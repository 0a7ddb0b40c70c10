import { productModerated } from '@mallhive/catalog/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type IncomingEvent, type Steps } from '../orders/step.ts';

type Dependencies = Pick<WorkflowDependencies, 'identity' | 'notifications' | 'web'>;

/** An administrator approved or rejected a product: those who answer for the shop's products hear it, with the reason. */
export function tellOfDecision(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'tell-of-decision',
      name: 'Tell a seller of a decision about a product',
      retries: 10,
      triggers: { event: productModerated.name },
    },
    ({ event, step }) => handleDecision(dependencies, event, step),
  );
}

export async function handleDecision(
  { identity, notifications, web }: Dependencies,
  event: IncomingEvent,
  step: Pick<Steps, 'run'>,
): Promise<{ productId: string }> {
  const { productId, sellerId, title, decision, reason } = productModerated.schema.parse(event.data);
  const queued = await step.run('write-messages', async () => {
    const [seller] = await identity.sellerContacts([sellerId]);
    const people = seller?.members.filter(({ role }) => role === 'owner' || role === 'manager') ?? [];
    return notifications.queue(
      people.map(({ userId, email, name }) => ({
        key: `product-decided:${event.id ?? `${productId}:${decision}:${event.ts}`}:${userId}`,
        template: 'product-decided' as const,
        to: { email, userId },
        inbox: true,
        data: {
          name,
          shop: seller?.name ?? '',
          product: title,
          decision,
          reason,
          url: `${web.sellerUrl}/products/${productId}`,
        },
      })),
    );
  });
  await deliverEach({ notifications }, step, queued);
  return { productId };
}
