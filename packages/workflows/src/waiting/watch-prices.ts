import { productChanged } from '@mallhive/catalog/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent } from '../orders/step.ts';

/** Products changed, many of them together where a file was imported: what is cheaper now on somebody's wishlist. */
export function watchPrices(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'cart'>) {
  return inngest.createFunction(
    {
      id: 'watch-prices',
      name: 'Watch for lower prices on wishlists',
      batchEvents: { maxSize: 100, timeout: '5s' },
      concurrency: 1,
      retries: 10,
      triggers: { event: productChanged.name },
    },
    ({ events, step }) => step.run('watch', () => handleChangedPrices(dependencies, events)),
  );
}

export async function handleChangedPrices(
  { cart }: Pick<WorkflowDependencies, 'cart'>,
  events: readonly IncomingEvent[],
): Promise<{ cheaper: number }> {
  const changes = events.map(({ data }) => productChanged.schema.parse(data));
  const productIds = new Set(changes.flatMap((change) => (change.status === 'published' ? [change.productId] : [])));
  return { cheaper: productIds.size === 0 ? 0 : await cart.watchPrices([...productIds]) };
}
