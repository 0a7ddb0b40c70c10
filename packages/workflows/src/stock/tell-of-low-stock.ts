import { stockLow } from '@mallhive/cart/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type IncomingEvent, type Steps } from '../orders/step.ts';

type Dependencies = Pick<WorkflowDependencies, 'identity' | 'notifications' | 'catalog' | 'web'>;

/** Products of a seller went low: those of its people who want to know get one mail for all of them. */
export function tellOfLowStock(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'tell-of-low-stock',
      name: 'Tell a seller of stock that runs low',
      retries: 10,
      triggers: { event: stockLow.name },
    },
    ({ event, step }) => handleLowStock(dependencies, event, step),
  );
}

export async function handleLowStock(
  { identity, notifications, catalog, web }: Dependencies,
  event: IncomingEvent,
  step: Pick<Steps, 'run'>,
): Promise<{ sellerId: string }> {
  const { sellerId, variants } = stockLow.schema.parse(event.data);
  const queued = await step.run('write-messages', async () => {
    const [[seller], known] = await Promise.all([
      identity.sellerContacts([sellerId]),
      catalog.variantsForStock(variants.map(({ variantId }) => variantId)),
    ]);
    const left = new Map(variants.map(({ variantId, available }) => [variantId, available]));
    const low = known.map(({ variantId, title, variantTitle, sku }) => ({
      title,
      variantTitle,
      sku,
      available: Math.max(0, left.get(variantId) ?? 0),
    }));
    if (!seller || low.length === 0) return [];
    const first = variants[0]?.variantId ?? '';
    return notifications.queue(
      seller.members.map(({ userId, email }) => ({
        key: `stock-low:${event.id ?? `${first}:${event.ts}`}:${userId}`,
        template: 'seller-stock-low' as const,
        to: { email, userId },
        inbox: true,
        data: { shop: seller.name, variants: low, url: `${web.sellerUrl}/stock?state=low` },
      })),
    );
  });
  await deliverEach({ notifications }, step, queued);
  return { sellerId };
}
