import { stockReserved } from '@mallhive/cart/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { settleCheckouts } from './settle-checkouts.ts';
import type { BatchHandler } from './step.ts';

/** Units were reserved: when their time is over they go back, unless they were sold or the time was extended. One timer serves the reservations of some seconds. */
export function expireReservation(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'expire-reservation',
      name: 'Give reserved stock back in time',
      batchEvents: { maxSize: 50, timeout: '10s' },
      triggers: { event: stockReserved.name },
    },
    ({ events, step }) => handleReservations(dependencies, events, step),
  );
}

export const handleReservations: BatchHandler = async (dependencies, events, step) => {
  const reserved = events.map(({ data }) => stockReserved.schema.parse(data));
  const last = Math.max(...reserved.map(({ expiresAt }) => Date.parse(expiresAt)));
  await step.sleepUntil('until-they-expire', new Date(last + 1_000));
  return step.run('settle', async () =>
    settleCheckouts(dependencies, await dependencies.cart.dueOf(reserved.map(({ checkoutId }) => checkoutId))),
  );
};
