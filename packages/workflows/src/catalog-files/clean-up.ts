import type { Inngest } from 'inngest';
import type { FileDependencies, Steps } from './step.ts';

const mostRounds = 200;

/** At night: pictures that nothing shows, and files of imports and exports that are old. */
export function cleanUp(inngest: Inngest.Any, dependencies: FileDependencies) {
  return inngest.createFunction(
    { id: 'clean-up-files', name: 'Delete files that nobody needs', concurrency: 1, triggers: { cron: '17 3 * * *' } },
    ({ step }) => handleCleanUp(dependencies, step),
  );
}

export async function handleCleanUp(
  { catalog }: Pick<FileDependencies, 'catalog'>,
  step: Steps,
): Promise<{ rounds: number }> {
  await step.run('files', () => catalog.cleanUpFiles());
  for (let round = 1; round <= mostRounds; round += 1) {
    const { more } = (await step.run(`pictures-${round}`, () => catalog.cleanUpMedia())) as { more: boolean };
    if (!more) return { rounds: round };
  }
  return { rounds: mostRounds };
}
