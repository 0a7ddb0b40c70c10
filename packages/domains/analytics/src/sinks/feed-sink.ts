import { readBehaviourAfter } from '../collect/behaviour-log.repository.ts';
import type { Database } from '../database.repository.ts';
import type { BehaviourSink } from '../ports.ts';
import { movePosition, readPosition } from './sink-position.repository.ts';

const batch = 5_000;

/**
 * Hands a sink what came since the last time, in the order of arrival, until there is no more or the time is over. May be
 * cut off anywhere: a batch that was taken but not noted down comes again. Throws what the sink throws; what it took before
 * stays taken.
 */
export async function feedSink(
  db: Database,
  sink: BehaviourSink,
  { now, forMs }: { now: () => Date; forMs: number },
): Promise<{ sent: number; done: boolean }> {
  let sent = 0;
  let position = await readPosition(db, sink.name);
  for (const until = now().getTime() + forMs; now().getTime() < until; ) {
    const events = await readBehaviourAfter(db, position, batch);
    const last = events.at(-1);
    if (!last) return { sent, done: true };
    await sink.write(events);
    // Another process feeds the same sink: it goes on.
    if (!(await movePosition(db, sink.name, position, last.seq, now()))) return { sent, done: false };
    position = last.seq;
    sent += events.length;
  }
  return { sent, done: false };
}
