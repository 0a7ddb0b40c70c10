import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { Steps } from './step.ts';

/** A step works for no longer; the next one goes on from what is stored. */
const stepMs = 20_000;
/** A day of work: something is wrong then. */
const mostSteps = 500;

/**
 * Every night: what is computed from all orders and views, anew, so that what was learnt step by step cannot drift. A run
 * that dies, or a night that does not suffice, is gone on with.
 */
export function refreshRecommendations(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'search'>) {
  return inngest.createFunction(
    {
      id: 'refresh-recommendations',
      name: 'Compute recommendations anew',
      concurrency: 1,
      triggers: { cron: '17 3 * * *' },
    },
    ({ step }) => handleRefresh(dependencies, step),
  );
}

export async function handleRefresh(
  { search }: Pick<WorkflowDependencies, 'search'>,
  step: Pick<Steps, 'run'>,
): Promise<{ steps: number }> {
  await step.run('refresh', () => search.refreshPopularity());
  for (let number = 1; number <= mostSteps; number += 1) {
    const { finished } = (await step.run(`rails-${number}`, () => {
      const until = Date.now() + stepMs;
      return search.recomputeRails(() => Date.now() < until);
    })) as { finished: boolean };
    if (finished) return { steps: number };
  }
  return { steps: mostSteps };
}
