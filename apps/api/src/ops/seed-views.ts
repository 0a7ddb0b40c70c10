import type { DemoShop } from '@mallhive/seed';
import type { Composition } from '../compose.ts';
import { stableId } from './stable-id.ts';

/** Some views for each unit sold in the past six days, so that sellers see more than sales. */
export async function seedViews(
  { analytics }: Pick<Composition['facades'], 'analytics'>,
  shop: DemoShop,
  products: Map<string, { id: string }>,
): Promise<void> {
  const newest = Math.max(...shop.orders.map(({ placedAt }) => placedAt.getTime()));
  const recent = shop.orders.filter(({ placedAt }) => placedAt.getTime() > newest - 6 * 86_400_000);
  for (const order of recent) {
    const events = order.lines.flatMap(({ slug }) => {
      const productId = products.get(`demo/${slug}`)?.id;
      if (!productId) return [];
      return Array.from({ length: 6 }, (_, index) => ({
        id: stableId(order.placedAt, 'view', order.sourceRef, slug, index),
        type: 'product_view' as const,
        at: new Date(order.placedAt.getTime() - index * 97_000).toISOString(),
        path: `/p/${slug}`,
        productId,
      }));
    });
    if (events.length > 0)
      await analytics.track({
        visitorId: stableId(order.placedAt, 'visitor', order.sourceRef),
        events: events.slice(0, 50),
      });
  }
}
