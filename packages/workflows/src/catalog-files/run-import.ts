import { importRequested } from '@mallhive/catalog/events';
import type { Inngest } from 'inngest';
import type { FileDependencies, IncomingEvent, Steps } from './step.ts';

/** More steps than the largest file needs; a job that is still not done by then is broken. */
const mostSteps = 400;

/**
 * Imports a file. Each step works for a while and hands back; where it stands is in the database, so that a process that
 * dies costs a step and nothing else. One import of an organisation after the other.
 */
export function runImport(inngest: Inngest.Any, dependencies: FileDependencies) {
  return inngest.createFunction(
    {
      id: 'run-import',
      name: 'Import products from a file',
      concurrency: 2,
      retries: 10,
      triggers: { event: importRequested.name },
      onFailure: async ({ event }) => {
        const { importId } = importRequested.schema.parse(event.data.event.data);
        await dependencies.catalog.failImport(importId);
      },
    },
    ({ event, step }) => handleImport(dependencies, event, step),
  );
}

export async function handleImport(
  { catalog }: Pick<FileDependencies, 'catalog'>,
  event: IncomingEvent,
  step: Steps,
): Promise<{ importId: string }> {
  const { importId } = importRequested.schema.parse(event.data);
  for (let portion = 1; portion <= mostSteps; portion += 1) {
    const { done } = (await step.run(`portion-${portion}`, () => catalog.runImport(importId))) as { done: boolean };
    if (done) return { importId };
  }
  throw new Error(`Import ${importId} does not come to an end`);
}
