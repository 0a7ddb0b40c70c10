import { stockReturned } from '@mallhive/cart/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent, Steps } from '../orders/step.ts';

/** Things are back: those who waited are told, in the daytime where they are. */
export function noteReturnedStock(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'notifications'>) {
  return inngest.createFunction(
    {
      id: 'note-returned-stock',
      name: 'Keep for shoppers what is back in stock',
      batchEvents: { maxSize: 25, timeout: '1s' },
      retries: 10,
      triggers: { event: stockReturned.name },
    },
    ({ events, step }) => handleReturnedStock(dependencies, events, step),
  );
}

export async function handleReturnedStock(
  { notifications }: Pick<WorkflowDependencies, 'notifications'>,
  events: readonly IncomingEvent[],
  step: Pick<Steps, 'run'>,
): Promise<{ held: number }> {
  const waits = events.flatMap(({ data }) => stockReturned.schema.parse(data).waits);
  const held = await step.run('hold', () =>
    notifications.hold(
      waits.map(({ waitId, userId, variantId, currency }) => ({
        key: `back-in-stock:${waitId}`,
        userId,
        topic: 'back-in-stock' as const,
        data: { variantId, currency },
      })),
    ),
  );
  return { held: held as number };
}
