import type { Clock } from '@mallhive/kernel';
import type { Database } from '../database.repository.ts';
import type { BehaviourSink } from '../ports.ts';
import { feedSink } from './feed-sink.ts';

/** Less than the minute after which the next run begins. */
const forMs = 45_000;

/** Streams and warehouses outside the shop. */
export function createSinks(db: Database, sinks: readonly BehaviourSink[], clock: Clock) {
  const named = new Map(sinks.map((sink) => [sink.name, sink]));
  return {
    /** Names of the sinks that this shop feeds. */
    sinks: [...named.keys()],
    /** Every minute, for each: sends what came since, for 45 seconds at most. Throws when the sink did not take it. */
    feedSink: async (name: string): Promise<{ sent: number; done: boolean }> => {
      const sink = named.get(name);
      return sink ? feedSink(db, sink, { now: clock.now, forMs }) : { sent: 0, done: true };
    },
  };
}
