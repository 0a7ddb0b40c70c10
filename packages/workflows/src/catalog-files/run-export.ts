import { exportRequested } from '@mallhive/catalog/events';
import type { Inngest } from 'inngest';
import type { FileDependencies } from './step.ts';

/** Writes a file of products. One step: a stream cannot go on in the middle, and writing it anew is harmless. */
export function runExport(inngest: Inngest.Any, { catalog }: FileDependencies) {
  return inngest.createFunction(
    {
      id: 'run-export',
      name: 'Write a file of products',
      concurrency: 2,
      retries: 4,
      triggers: { event: exportRequested.name },
      onFailure: async ({ event }) => {
        const { exportId } = exportRequested.schema.parse(event.data.event.data);
        await catalog.failExport(exportId);
      },
    },
    ({ event, step }) => {
      const { exportId } = exportRequested.schema.parse(event.data);
      return step.run('write', () => catalog.runExport(exportId));
    },
  );
}
