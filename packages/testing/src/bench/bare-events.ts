import { randomUUID } from 'node:crypto';
import pg from 'pg';

const insert = `insert into analytics.behaviour_events (id, visitor_id, type, at, path, query, results, device, source)
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::int[], $8::text[], $9::text[])`;

interface Way {
  /** Of one insert. */
  rows: number;
  connections: number;
}

/** Inserts into the same table until the time is over, each committed before the next of its connection. Answers how many rows. */
async function insertUntil(database: string, rows: number, until: number): Promise<number> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    const indexes = Array.from({ length: rows }, (_, index) => index);
    const searched = (index: number) => index % 3 === 0;
    const visitors = indexes.map(() => randomUUID());
    const types = indexes.map((index) => (searched(index) ? 'search' : 'page_view'));
    const fixed = [
      indexes.map((index) => (searched(index) ? '/search' : '/c/lamps')),
      indexes.map((index) => (searched(index) ? `word ${index % 50}` : null)),
      indexes.map((index) => (searched(index) ? index % 10 : null)),
      indexes.map(() => 'desktop'),
      indexes.map(() => 'direct'),
    ];
    let inserted = 0;
    while (performance.now() < until) {
      const now = new Date();
      await client.query(insert, [indexes.map(() => randomUUID()), visitors, types, indexes.map(() => now), ...fixed]);
      inserted += rows;
    }
    return inserted;
  } finally {
    await client.end();
  }
}

/** Rows a second of a program that does nothing but insert: no HTTP, no check, no shop. */
export async function bareEventsPerSecond(
  database: string,
  { rows, connections }: Way,
  seconds: number,
): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1_000;
  const inserted = await Promise.all(Array.from({ length: connections }, () => insertUntil(database, rows, until)));
  return (inserted.reduce((sum, count) => sum + count, 0) * 1_000) / (performance.now() - began);
}
