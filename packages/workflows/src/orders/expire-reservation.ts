import { stockReserved } from '@mallhive/cart/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { settleCheckouts } from './settle-checkouts.ts';
import type { Handler } from './step.ts';

/** Units were reserved: when their time is over they go back, unless they were sold or the time was extended. */
export function expireReservation(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'expire-reservation', name: 'Give reserved stock back in time', triggers: { event: stockReserved.name } },
    ({ event, step }) => handleReservation(dependencies, event, step),
  );
}

export const handleReservation: Handler = async (dependencies, event, step) => {
  const { checkoutId, expiresAt } = stockReserved.schema.parse(event.data);
  await step.sleepUntil('until-it-expires', new Date(Date.parse(expiresAt) + 1_000));
  return step.run('settle', async () => {
    const due = await dependencies.cart.isDue(checkoutId);
    return due ? settleCheckouts(dependencies, [checkoutId]) : { committed: 0, released: 0 };
  });
};
