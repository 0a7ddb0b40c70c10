import { shipmentDelivered } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** All parcels of a sub-order arrived: from now the days count, until its money is the seller's. */
export function noteDelivery(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'note-delivery',
      name: 'Count the days to a payout',
      retries: 10,
      triggers: { event: shipmentDelivered.name },
    },
    async ({ event }) => handleDelivery(dependencies, event),
  );
}

export async function handleDelivery(
  { payments }: Pick<WorkflowDependencies, 'payments'>,
  event: { data: unknown },
): Promise<{ noted: boolean }> {
  const { subOrderId, subOrderComplete } = shipmentDelivered.schema.parse(event.data);
  if (subOrderComplete) await payments.payouts.noteDelivered(subOrderId);
  return { noted: subOrderComplete };
}
