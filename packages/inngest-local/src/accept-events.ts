import { createHash } from 'node:crypto';
import { newId } from '@mallhive/kernel';
import type { Queryable } from './database.ts';
import { prepared } from './database.ts';
import type { EventPayload } from './protocol.ts';

type Incoming = Omit<EventPayload, 'id' | 'ts' | 'data'> & {
  id?: string;
  ts?: number;
  data?: Record<string, unknown> | null;
};

/**
 * Stores events; the caller acknowledges after this. An id that was seen within the window is accepted and ignored.
 * `seed` is the same when the SDK repeats a request, so that events without an id are not doubled by the repetition.
 */
export async function acceptEvents(
  db: Queryable,
  incoming: readonly Incoming[],
  options: { dedupeWindowMs: number; seed?: string },
): Promise<string[]> {
  const now = Date.now();
  const payloads = incoming.map((event, index): EventPayload => {
    const seeded = options.seed && createHash('sha256').update(`${options.seed}:${index}`).digest('hex').slice(0, 32);
    const payload: EventPayload = {
      id: event.id || seeded || newId(now),
      name: event.name,
      data: event.data ?? {},
      ts: event.ts || now,
    };
    if (event.v !== undefined) payload.v = event.v;
    if (event.user !== undefined) payload.user = event.user;
    return payload;
  });
  const distinct = [...new Map(payloads.map((payload) => [payload.id, payload])).values()];
  await db.query(
    prepared(
      'accept_events',
      `WITH given AS (
       SELECT payload, ordinal FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS e (payload, ordinal)
     ), fresh AS (
       INSERT INTO inngest_local.event_ids AS known (id)
       SELECT payload ->> 'id' FROM given ORDER BY 1
       ON CONFLICT (id) DO UPDATE SET received_at = now()
         WHERE known.received_at < now() - $2 * interval '1 millisecond'
       RETURNING id
     )
     INSERT INTO inngest_local.events (id, name, payload)
     SELECT payload ->> 'id', payload ->> 'name', payload
     FROM given JOIN fresh ON fresh.id = payload ->> 'id' ORDER BY ordinal`,
      [JSON.stringify(distinct), options.dedupeWindowMs],
    ),
  );
  return payloads.map(({ id }) => id);
}

/** An event that the executor itself sends, in the transaction that caused it. */
export async function emitEvent(db: Queryable, name: string, data: Record<string, unknown>): Promise<void> {
  const payload: EventPayload = { id: newId(), name, data, ts: Date.now() };
  await db.query('INSERT INTO inngest_local.events (id, name, payload) VALUES ($1, $2, $3)', [
    payload.id,
    name,
    JSON.stringify(payload),
  ]);
}
