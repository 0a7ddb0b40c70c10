import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { Steps } from '../orders/step.ts';
import { erase } from './erase-person.ts';

const graceMs = 31 * 86_400_000;

/** Every night: downloads that are over and wishes that were taken back go, and erasures whose own run was lost are finished. */
export function sweepPersonalData(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'sweep-personal-data',
      name: 'Finish what was lost of exports and erasures',
      triggers: { cron: '41 2 * * *' },
    },
    ({ step }) => handleSweep(dependencies, step, new Date()),
  );
}

export async function handleSweep(
  dependencies: WorkflowDependencies,
  step: Pick<Steps, 'run'>,
  now: Date,
): Promise<{ removed: unknown; erased: number }> {
  const removed = await step.run('remove-old-exports', () => dependencies.identity.removeOldExports());
  await step.run('tidy-wishlists', () => dependencies.cart.tidyWishlists());
  const due = (await step.run('find-lost-erasures', async () =>
    (
      await dependencies.identity.dueErasures()
    )
      // The run itself waits for orders to be sent; it is lost when even that is over.
      .filter(({ dueAt }) => dueAt.getTime() + graceMs < now.getTime())
      .map(({ userId, requestedAt }) => ({ userId, requestedAt: requestedAt.toISOString() })),
  )) as { userId: string; requestedAt: string }[];
  for (const lost of due) {
    const within: Pick<Steps, 'run'> = { run: (id, work) => step.run(`${lost.userId}-${id}`, work) };
    await erase(dependencies, lost, within);
  }
  return { removed, erased: due.length };
}
