import { wishesCheaper } from '@mallhive/cart/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent, Steps } from '../orders/step.ts';

/** Things on wishlists became cheaper: each drop is told once, those of a day together. */
export function noteLowerPrices(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'notifications'>) {
  return inngest.createFunction(
    {
      id: 'note-lower-prices',
      name: 'Keep for shoppers what costs less',
      batchEvents: { maxSize: 25, timeout: '1s' },
      retries: 10,
      triggers: { event: wishesCheaper.name },
    },
    ({ events, step }) => handleLowerPrices(dependencies, events, step),
  );
}

export async function handleLowerPrices(
  { notifications }: Pick<WorkflowDependencies, 'notifications'>,
  events: readonly IncomingEvent[],
  step: Pick<Steps, 'run'>,
): Promise<{ held: number }> {
  // The key holds the moment, so that a second drop to the same price is another one.
  const drops = events.flatMap(({ data, ts }) =>
    wishesCheaper.schema.parse(data).drops.map((drop) => ({ ...drop, at: ts ?? 0 })),
  );
  const held = await step.run('hold', () =>
    notifications.hold(
      drops.map(({ wishId, userId, variantId, currency, from, to, at }) => ({
        key: `price-drop:${wishId}:${to}:${at}`,
        userId,
        topic: 'price-drop' as const,
        data: { variantId, currency, from },
      })),
    ),
  );
  return { held: held as number };
}
