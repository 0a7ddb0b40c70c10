import { emitEvent } from './accept-events.ts';
import type { Queryable } from './database.ts';
import { prepared } from './database.ts';
import { type EventPayload, type FunctionError, internalEvents } from './protocol.ts';
import type { Registry } from './registry.ts';

export interface RunRow {
  id: string;
  function_id: string;
  events: EventPayload[];
  status: 'Queued' | 'Running' | 'Completed' | 'Failed' | 'Cancelled';
  max_attempts: number;
  slots: string[];
  slot_limits: number[];
  boost_ms: string;
  parent_run: string | null;
  parent_step: string | null;
}

/** Every change of a run happens under this lock, so that parallel steps see one another's ends. */
export async function lockRun(db: Queryable, runId: string): Promise<RunRow | undefined> {
  const { rows } = await db.query<RunRow>(
    prepared(
      'lock_run',
      `SELECT id, function_id, events, status, max_attempts, slots, slot_limits, boost_ms, parent_run, parent_step
     FROM inngest_local.runs WHERE id = $1 FOR UPDATE`,
      [runId],
    ),
  );
  return rows[0];
}

export const isOver = (run: RunRow): boolean => !['Queued', 'Running'].includes(run.status);

/** A call for the function body (`stepId` empty) or for one planned step. Asks a call under way to run once more. */
export async function enqueueCall(db: Queryable, run: RunRow, stepId: string, delayMs = 0): Promise<void> {
  await db.query(
    prepared(
      'enqueue_call',
      `INSERT INTO inngest_local.jobs AS job (run_id, step_id, visible_at, order_at, slots, slot_limits)
     SELECT $1, $2, at, at - $4 * interval '1 millisecond', $5, $6
     FROM (SELECT clock_timestamp() + $3 * interval '1 millisecond' AS at) AS moment
     ON CONFLICT (run_id, step_id) DO UPDATE SET again = job.owner IS NOT NULL`,
      [run.id, stepId, delayMs, Number(run.boost_ms), run.slots, run.slot_limits],
    ),
  );
}

/** Calls the function body when no step is open that it has to wait for. */
export async function continueRun(db: Queryable, run: RunRow): Promise<void> {
  const { rows } = await db.query(
    prepared(
      'open_steps',
      `SELECT FROM inngest_local.steps
     WHERE run_id = $1 AND status IN ('Planned', 'Sleeping', 'Waiting', 'Invoking') AND NOT race LIMIT 1`,
      [run.id],
    ),
  );
  if (rows.length === 0) await enqueueCall(db, run, '');
}

export type StepResult = { data: unknown } | { error: FunctionError };

/** Ends a step that waits for something other than a call, and lets the run go on. False when it had ended already. */
export async function resolveStep(db: Queryable, run: RunRow, stepId: string, result: StepResult): Promise<boolean> {
  const failed = 'error' in result;
  const { rowCount } = await db.query(
    `UPDATE inngest_local.steps SET status = $3, output = $4, error = $5, ended_at = clock_timestamp()
     WHERE run_id = $1 AND id = $2 AND status IN ('Sleeping', 'Waiting', 'Invoking')`,
    [
      run.id,
      stepId,
      failed ? 'Failed' : 'Completed',
      failed ? null : JSON.stringify(result.data ?? null),
      failed ? JSON.stringify(result.error) : null,
    ],
  );
  if (!rowCount) return false;
  await db.query(
    `WITH cleared AS (DELETE FROM inngest_local.timers WHERE run_id = $1 AND step_id = $2),
          unpaused AS (DELETE FROM inngest_local.pauses WHERE run_id = $1 AND step_id = $2)
     UPDATE inngest_local.runs SET stack = array_append(stack, $2) WHERE id = $1`,
    [run.id, stepId],
  );
  await continueRun(db, run);
  return true;
}

export type Ending =
  | { status: 'Completed'; output: unknown }
  | { status: 'Failed'; error: FunctionError }
  | { status: 'Cancelled'; error: FunctionError };

async function announce(db: Queryable, registry: Registry, run: RunRow, ending: Ending): Promise<void> {
  const [event] = run.events;
  // A handler of these events that fails must not call itself for ever.
  if (event?.name.startsWith('inngest/function.') && event.name !== internalEvents.invoked) return;
  const details = { function_id: run.function_id, run_id: run.id, event, events: run.events };
  const error = ending.status === 'Completed' ? {} : { error: ending.error };
  if (ending.status === 'Failed') await emitEvent(db, internalEvents.failed, { ...details, ...error });
  if (ending.status === 'Cancelled' && registry.triggeredBy(internalEvents.cancelled).length > 0) {
    await emitEvent(db, internalEvents.cancelled, { ...details, ...error });
  }
  if (ending.status !== 'Cancelled' && registry.triggeredBy(internalEvents.finished).length > 0) {
    const result = ending.status === 'Completed' ? ending.output : undefined;
    await emitEvent(db, internalEvents.finished, { ...details, ...error, result });
  }
}

/** Ends a run: drops whatever it still waits for, tells who invoked it, and tells its failure handler. */
export async function endRun(db: Queryable, registry: Registry, run: RunRow, ending: Ending): Promise<void> {
  const succeeded = ending.status === 'Completed';
  await db.query(
    prepared(
      'end_run',
      `WITH calls AS (DELETE FROM inngest_local.jobs WHERE run_id = $1),
          clocks AS (DELETE FROM inngest_local.timers WHERE run_id = $1),
          waits AS (DELETE FROM inngest_local.pauses WHERE run_id = $1)
     UPDATE inngest_local.runs SET status = $2, output = $3, error = $4, ended_at = clock_timestamp() WHERE id = $1`,
      [
        run.id,
        ending.status,
        succeeded ? JSON.stringify(ending.output ?? null) : null,
        succeeded ? null : JSON.stringify(ending.error),
      ],
    ),
  );
  await announce(db, registry, run, ending);
  if (run.parent_run && run.parent_step) {
    const parent = await lockRun(db, run.parent_run);
    if (parent && !isOver(parent)) {
      const result = succeeded ? { data: ending.output } : { error: ending.error };
      await resolveStep(db, parent, run.parent_step, result);
    }
  }
}

export async function cancelRun(db: Queryable, registry: Registry, runId: string, reason: string): Promise<boolean> {
  const run = await lockRun(db, runId);
  if (!run || isOver(run)) return false;
  await endRun(db, registry, run, { status: 'Cancelled', error: { name: 'FunctionCancelled', message: reason } });
  return true;
}
