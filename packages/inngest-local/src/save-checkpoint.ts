import { timingMs } from './apply-operations.ts';
import { prepared } from './database.ts';
import type { Engine } from './engine.ts';
import type { Operation } from './protocol.ts';

/** One statement: this is the most frequent write of all. The run is locked before the job, as everywhere. */
const checkpointSql = `
  WITH held AS (
    SELECT run.id FROM inngest_local.runs run JOIN inngest_local.jobs job ON job.run_id = run.id
    WHERE run.id = $1 AND run.status IN ('Queued', 'Running') AND job.id = $2 AND job.token = $3 AND job.owner IS NOT NULL
    FOR UPDATE
  ), given AS (
    SELECT * FROM ROWS FROM (jsonb_to_recordset($4) AS (id text, name text, op text, opts jsonb, output jsonb, ms float8))
      WITH ORDINALITY AS g (id, name, op, opts, output, ms, place)
  ), written AS (
    INSERT INTO inngest_local.steps AS step (run_id, id, name, op, status, opts, output, history, started_at, ended_at)
    SELECT held.id, given.id, given.name, given.op, 'Completed', given.opts, coalesce(given.output, 'null'),
      jsonb_build_array(jsonb_build_object('attempt', 0, 'at', clock_timestamp(), 'ms', given.ms)),
      clock_timestamp() - coalesce(given.ms, 0) * interval '1 millisecond', clock_timestamp()
    FROM held CROSS JOIN given
    ON CONFLICT (run_id, id) DO UPDATE SET status = 'Completed', output = excluded.output, error = NULL,
      history = step.history || excluded.history, ended_at = excluded.ended_at
    WHERE step.status IN ('Planned', 'Retrying')
    RETURNING id
  ), stacked AS (
    UPDATE inngest_local.runs run
    SET stack = run.stack || (SELECT array_agg(given.id ORDER BY place) FROM given JOIN written USING (id))
    FROM held WHERE run.id = held.id AND EXISTS (SELECT FROM written)
  ), alive AS (
    UPDATE inngest_local.jobs SET lost_calls = 0 WHERE id = $2 AND lost_calls > 0 AND EXISTS (SELECT FROM held)
  )
  SELECT FROM held`;

/**
 * Steps that the SDK reports while a call is under way. False when the call is no longer this one's to report: the run
 * was cancelled, or another process has taken it over. The SDK then stops.
 */
export async function saveCheckpoint(
  engine: Engine,
  runId: string,
  queueItem: string,
  operations: readonly Operation[],
): Promise<boolean> {
  const [, jobId, token] = /^(\d{1,18})\.(\d{1,18})$/.exec(queueItem) ?? [];
  if (!jobId || !token) return false;
  const steps = operations
    .filter(({ op }) => op === 'StepRun')
    .map((operation) => ({
      id: operation.id,
      name: operation.displayName ?? operation.name ?? operation.id,
      op: operation.op,
      opts: operation.opts ?? null,
      output: operation.data ?? null,
      ms: timingMs(operation),
    }));
  const { rows } = await engine.pool.query(
    prepared('checkpoint', checkpointSql, [runId, jobId, token, JSON.stringify(steps)]),
  );
  return rows.length === 1;
}
