import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** A function for each stream or warehouse, so that one that is slow or down holds up no other. None where none is configured. */
export function createSinkFunctions(
  inngest: Inngest.Any,
  { analytics }: Pick<WorkflowDependencies, 'analytics'>,
): InngestFunction.Any[] {
  return analytics.sinks.map((sink) =>
    inngest.createFunction(
      {
        id: `feed-${sink.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
        name: `Send behaviour to ${sink}`,
        concurrency: 1,
        // The next minute goes on where this one stopped.
        retries: 0,
        triggers: { cron: '* * * * *' },
      },
      ({ step }) => step.run('feed', () => analytics.feedSink(sink)),
    ),
  );
}
