import type { Database } from '../database.repository.ts';
import { settledSeq } from './behaviour-log.repository.ts';
import { countNext } from './roll-up.repository.ts';

const chunk = 50_000;

/** Counts what came in since the last time. May be stopped anywhere and run by several: each event counts once, on its own day. */
export async function rollUpBehaviour(db: Database, now: Date): Promise<{ counted: number }> {
  const top = await settledSeq(db);
  let counted = 0;
  for (;;) {
    const next = await countNext(db, top, chunk, now);
    counted += next.counted;
    if (next.done) return { counted };
  }
}
