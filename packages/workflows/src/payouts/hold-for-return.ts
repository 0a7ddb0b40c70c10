import { returnChanged, returnRequested } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** While a return is open the seller's money for it stays where it is; how it ended decides about it. */
export function holdForReturn(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'hold-for-return',
      name: 'Hold money while a return is open',
      retries: 10,
      triggers: [{ event: returnRequested.name }, { event: returnChanged.name }],
    },
    async ({ event }) => handleReturn(dependencies, event),
  );
}

const ends = ['refused', 'inspected', 'exchanged'];

export async function handleReturn(
  { payments }: Pick<WorkflowDependencies, 'payments'>,
  event: { name: string; data: unknown },
): Promise<{ outcome: 'held' | 'let_go' | 'kept' }> {
  if (event.name === returnRequested.name) {
    const { subOrderId, returnId } = returnRequested.schema.parse(event.data);
    await payments.payouts.holdBack(subOrderId, `return:${returnId}`);
    return { outcome: 'held' };
  }
  const { subOrderId, returnId, state } = returnChanged.schema.parse(event.data);
  if (!ends.includes(state)) return { outcome: 'kept' };
  await payments.payouts.letGo(subOrderId, `return:${returnId}`);
  return { outcome: 'let_go' };
}
