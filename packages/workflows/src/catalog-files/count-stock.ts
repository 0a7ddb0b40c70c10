import { stockCounted } from '@mallhive/catalog/events';
import type { Inngest } from 'inngest';
import type { FileDependencies, IncomingEvent, Steps } from './step.ts';

/** An import stated units that can be sold: inventory takes the count. One after the other, so that of two files the later counts. */
export function countStock(inngest: Inngest.Any, dependencies: FileDependencies) {
  return inngest.createFunction(
    {
      id: 'count-imported-stock',
      name: 'Count the stock that an import stated',
      concurrency: 1,
      retries: 10,
      triggers: { event: stockCounted.name },
    },
    ({ event, step }) => handleCountedStock(dependencies, event, step),
  );
}

export async function handleCountedStock(
  { cart }: Pick<FileDependencies, 'cart'>,
  event: IncomingEvent,
  step: Steps,
): Promise<unknown> {
  const { countId, levels } = stockCounted.schema.parse(event.data);
  return step.run('count', () => cart.countAvailable(countId, levels));
}
