import { sellerChanged } from '@mallhive/identity/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent } from './step.ts';

/** A seller's public face changed: the catalog's copy follows. The word of the later event wins. */
export function copySeller(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'catalog'>) {
  return inngest.createFunction(
    {
      id: 'copy-seller',
      name: 'Show changed sellers in the catalog',
      concurrency: 4,
      triggers: { event: sellerChanged.name },
    },
    ({ event, step }) => step.run('copy', () => handleSellerChanged(dependencies, event)),
  );
}

export async function handleSellerChanged(
  { catalog }: Pick<WorkflowDependencies, 'catalog'>,
  event: IncomingEvent,
): Promise<void> {
  const seller = sellerChanged.schema.parse(event.data);
  await catalog.upsertSellerProfiles([{ ...seller, changedAt: new Date(event.ts ?? Date.now()) }]);
}
