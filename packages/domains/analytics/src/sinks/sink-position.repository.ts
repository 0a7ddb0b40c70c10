import { type Database, statement } from '@mallhive/db';

const read = statement('analytics.sink-position', 'select seq from analytics.sink_positions where sink = $1');

/** The last event that this sink took; 0 before the first. */
export async function readPosition(db: Database, sink: string): Promise<number> {
  return (await db.sql.maybe<{ seq: number }>(read, [sink]))?.seq ?? 0;
}

const move = statement(
  'analytics.move-sink-position',
  `insert into analytics.sink_positions as p (sink, seq, updated_at) values ($1, $3, $4)
   on conflict (sink) do update set seq = excluded.seq, updated_at = excluded.updated_at where p.seq = $2`,
);

/** False when somebody else moved it meanwhile. */
export async function movePosition(db: Database, sink: string, from: number, to: number, now: Date): Promise<boolean> {
  return (await db.sql.execute(move, [sink, from, to, now])) === 1;
}
