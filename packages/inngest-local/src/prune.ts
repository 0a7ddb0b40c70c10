import type { Engine } from './engine.ts';

const chunk = 1_000;

/** Deletes what is older than the retention, in chunks so that nobody waits long for a lock. */
export async function prune(engine: Engine): Promise<number> {
  const { retentionMs, dedupeWindowMs } = engine.settings;
  const statements: Array<[string, unknown[]]> = [
    [
      `DELETE FROM inngest_local.runs WHERE id IN (
         SELECT id FROM inngest_local.runs WHERE ended_at < now() - $1 * interval '1 millisecond' LIMIT ${chunk})`,
      [retentionMs],
    ],
    [
      `DELETE FROM inngest_local.events WHERE seq IN (
         SELECT seq FROM inngest_local.events
         WHERE received_at < now() - $1 * interval '1 millisecond' AND dispatched_at IS NOT NULL LIMIT ${chunk})`,
      [retentionMs],
    ],
    [
      `DELETE FROM inngest_local.event_ids WHERE id IN (
         SELECT id FROM inngest_local.event_ids WHERE received_at < now() - $1 * interval '1 millisecond' LIMIT ${chunk})`,
      [dedupeWindowMs],
    ],
    [
      `DELETE FROM inngest_local.keys WHERE (kind, function_id, key) IN (
         SELECT kind, function_id, key FROM inngest_local.keys WHERE until < now() LIMIT ${chunk})`,
      [],
    ],
  ];
  let deleted = 0;
  for (const [text, values] of statements) {
    for (;;) {
      const { rowCount } = await engine.pool.query(text, values);
      deleted += rowCount ?? 0;
      if ((rowCount ?? 0) < chunk) break;
    }
  }
  return deleted;
}
