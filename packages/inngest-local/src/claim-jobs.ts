import type { PoolClient } from 'pg';
import { inTransaction, prepared, type Queryable } from './database.ts';
import { parseDuration } from './duration.ts';
import type { Engine } from './engine.ts';
import type { EventPayload } from './protocol.ts';

export interface Job {
  id: string;
  runId: string;
  stepId: string;
  attempt: number;
  lostCalls: number;
  /** Rises with every claim: whoever holds an older one may no longer write. */
  token: string;
}

/** What a call sends along. */
export interface CallState {
  functionId: string;
  events: EventPayload[];
  maxAttempts: number;
  stack: string[];
  steps: Record<string, { type: 'data'; data: unknown } | { type: 'error'; error: unknown }>;
  openSteps: number;
}

interface JobRow {
  id: string;
  run_id: string;
  step_id: string;
  attempt: number;
  lost_calls: number;
  token: string;
}

const toJob = (row: JobRow): Job => ({
  id: row.id,
  runId: row.run_id,
  stepId: row.step_id,
  attempt: row.attempt,
  lostCalls: row.lost_calls,
  token: row.token,
});

const claimSql = `
  UPDATE inngest_local.jobs job
  SET owner = $1, token = token + 1, visible_at = clock_timestamp() + $2 * interval '1 millisecond'
  FROM chosen WHERE job.id = chosen.id
  RETURNING job.id, job.run_id, job.step_id, job.attempt, job.lost_calls, job.token`;

async function claimFree(db: Queryable, engine: Engine, count: number): Promise<Job[]> {
  const { rows } = await db.query<JobRow>(
    prepared(
      'claim_free',
      `WITH chosen AS (
       SELECT id FROM inngest_local.jobs WHERE visible_at <= clock_timestamp() AND slots = '{}'
       ORDER BY order_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
     ) ${claimSql}`,
      [engine.executorId, engine.settings.leaseMs, count],
    ),
  );
  return rows.map(toJob);
}

/**
 * Calls under a concurrency limit: within each combination of slots only as many as its tightest limit leaves free are
 * looked at, so that a long queue behind one key does not hide the others.
 */
async function claimLimited(engine: Engine, count: number): Promise<Job[]> {
  const claim = async (db: PoolClient): Promise<Job[]> => {
    const taken = await db.query<{ slot: string; used: number }>(
      `SELECT slot, count(*)::int AS used FROM inngest_local.jobs, unnest(slots) AS slot
       WHERE owner IS NOT NULL AND visible_at > clock_timestamp() GROUP BY slot`,
    );
    const used = new Map(taken.rows.map((row) => [row.slot, row.used]));
    const candidates = await db.query<{ id: string; slots: string[]; slot_limits: number[] }>(
      `SELECT id, slots, slot_limits FROM (
         SELECT id, order_at, slots, slot_limits, row_number() OVER (PARTITION BY slots ORDER BY order_at, id) AS place
         FROM inngest_local.jobs WHERE visible_at <= clock_timestamp() AND slots <> '{}'
       ) AS queued WHERE place <= (SELECT min(n) FROM unnest(slot_limits) AS n) ORDER BY order_at, id`,
    );
    const chosen: string[] = [];
    for (const { id, slots, slot_limits: limits } of candidates.rows) {
      if (chosen.length === count) break;
      if (!slots.every((slot, index) => (used.get(slot) ?? 0) < (limits[index] ?? 0))) continue;
      for (const slot of slots) used.set(slot, (used.get(slot) ?? 0) + 1);
      chosen.push(id);
    }
    if (chosen.length === 0) return [];
    const { rows } = await db.query<JobRow>(
      `WITH chosen AS (
         SELECT id FROM inngest_local.jobs WHERE id = ANY($3) AND visible_at <= clock_timestamp() FOR UPDATE SKIP LOCKED
       ) ${claimSql}`,
      [engine.executorId, engine.settings.leaseMs, chosen],
    );
    return rows.map(toJob);
  };
  return inTransaction(engine.pool, claim, 'slots');
}

/**
 * Takes up to `count` calls that are due; nobody else gets them until the lease ends. Beside them the milliseconds until
 * the next one is due: one that became due between the claim and this look counts, one that waits for a free slot does not.
 */
export async function claimJobs(engine: Engine, count: number): Promise<{ jobs: Job[]; wait: number | undefined }> {
  const free = await claimFree(engine.pool, engine, count);
  if (free.length === count) return { jobs: free, wait: undefined };
  const { rows } = await engine.pool.query<{ limited: boolean; wait: number | null }>(
    prepared(
      'next_call',
      `SELECT EXISTS (SELECT FROM inngest_local.jobs WHERE visible_at <= clock_timestamp() AND slots <> '{}') AS limited,
         (SELECT extract(epoch FROM min(visible_at) - clock_timestamp())::float8 * 1000
          FROM inngest_local.jobs WHERE visible_at > clock_timestamp() - interval '5 milliseconds') AS wait`,
    ),
  );
  const jobs = rows[0]?.limited ? [...free, ...(await claimLimited(engine, count - free.length))] : free;
  return { jobs, wait: jobs.length === count ? undefined : (rows[0]?.wait ?? undefined) };
}

/** The state of the runs of some jobs, and their first start noted, in one statement. */
export async function loadCallStates(engine: Engine, jobs: readonly Job[]): Promise<Map<string, CallState>> {
  const finishTimeouts = engine.registry.all().flatMap((fn) => {
    const ms = fn.config.timeouts?.finish && parseDuration(fn.config.timeouts.finish);
    return ms ? [{ function_id: fn.id, ms }] : [];
  });
  const { rows } = await engine.pool.query<{
    id: string;
    function_id: string;
    events: EventPayload[];
    max_attempts: number;
    stack: string[];
    steps: CallState['steps'] | null;
    open_steps: number;
  }>(
    prepared(
      'call_states',
      `WITH begun AS (
       UPDATE inngest_local.runs SET status = 'Running', started_at = clock_timestamp()
       WHERE id = ANY($1) AND status = 'Queued' RETURNING id, function_id
     ), limited AS (
       INSERT INTO inngest_local.timers (run_id, kind, due_at)
       SELECT begun.id, 'finish', clock_timestamp() + f.ms * interval '1 millisecond'
       FROM begun JOIN jsonb_to_recordset($2) AS f (function_id text, ms float8) USING (function_id)
     ), punctual AS (
       DELETE FROM inngest_local.timers USING begun WHERE timers.run_id = begun.id AND timers.kind = 'start'
     )
     SELECT run.id, run.function_id, run.events, run.max_attempts, run.stack, state.steps, state.open_steps
     FROM inngest_local.runs run
     CROSS JOIN LATERAL (
       SELECT jsonb_object_agg(step.id, CASE step.status
                WHEN 'Completed' THEN jsonb_build_object('type', 'data', 'data', coalesce(step.output, 'null'))
                ELSE jsonb_build_object('type', 'error', 'error', step.error) END)
                FILTER (WHERE step.status IN ('Completed', 'Failed')) AS steps,
              count(*) FILTER (WHERE step.status IN ('Planned', 'Sleeping', 'Waiting', 'Invoking'))::int AS open_steps
       FROM inngest_local.steps step WHERE step.run_id = run.id
     ) AS state
     WHERE run.id = ANY($1)`,
      [jobs.map(({ runId }) => runId), JSON.stringify(finishTimeouts)],
    ),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        functionId: row.function_id,
        events: row.events,
        maxAttempts: row.max_attempts,
        stack: row.stack,
        steps: row.steps ?? {},
        openSteps: row.open_steps,
      },
    ]),
  );
}
