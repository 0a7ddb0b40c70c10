import { applyWaiting, writeStep } from './apply-operations.ts';
import type { Turn } from './call-app.ts';
import type { Job } from './claim-jobs.ts';
import { inTransaction, prepared, type Queryable } from './database.ts';
import type { Engine } from './engine.ts';
import { completeStepId, type FunctionError, toFunctionError } from './protocol.ts';
import { continueRun, endRun, isOver, lockRun, type RunRow } from './run-state.ts';

/** Lost connections in the middle of a call that are forgiven before they count as failed attempts. */
const lostCallsForgiven = 20;

/** Whether this process still holds the job; it is locked until the end of the transaction. */
async function holdJob(db: Queryable, job: Job): Promise<boolean> {
  const { rows } = await db.query(
    prepared('hold_job', 'SELECT FROM inngest_local.jobs WHERE id = $1 AND token = $2 FOR UPDATE', [job.id, job.token]),
  );
  return rows.length === 1;
}

function retryDelay(engine: Engine, attempt: number): number {
  const { retryDelays } = engine.settings;
  const delay = retryDelays[Math.min(attempt, retryDelays.length - 1)] ?? 1_000;
  // Spread, so that runs that failed together do not come back together.
  return delay * (0.9 + Math.random() * 0.2);
}

async function retryJob(db: Queryable, engine: Engine, job: Job, retryAt?: Date): Promise<void> {
  const delay = retryAt ? retryAt.getTime() - Date.now() : retryDelay(engine, job.attempt);
  await db.query(
    `UPDATE inngest_local.jobs SET attempt = attempt + 1, lost_calls = 0, owner = NULL,
       visible_at = clock_timestamp() + $2 * interval '1 millisecond',
       order_at = clock_timestamp() + $2 * interval '1 millisecond' WHERE id = $1`,
    [job.id, Math.max(0, delay)],
  );
}

/** The call is over. A planned step's call goes away; the function body's is made again when there is something new. */
async function finishJob(db: Queryable, run: RunRow, job: Job): Promise<void> {
  const { rows } = await db.query<{ again: boolean }>('DELETE FROM inngest_local.jobs WHERE id = $1 RETURNING again', [
    job.id,
  ]);
  if (rows[0]?.again) await continueRun(db, run);
}

async function recordBodyFailure(db: Queryable, run: RunRow, job: Job, error: FunctionError): Promise<void> {
  const entry = { attempt: job.attempt, at: new Date().toISOString(), step: job.stepId || undefined, error };
  await db.query('UPDATE inngest_local.runs SET history = history || $2::jsonb WHERE id = $1', [
    run.id,
    JSON.stringify([entry]),
  ]);
}

/** The function body threw, or a call for a planned step failed outside of the step. */
async function failCall(
  db: Queryable,
  engine: Engine,
  run: RunRow,
  job: Job,
  failure: { error: FunctionError; retriable: boolean; retryAt?: Date },
): Promise<void> {
  await recordBodyFailure(db, run, job, failure.error);
  if (failure.retriable && job.attempt + 1 < run.max_attempts) await retryJob(db, engine, job, failure.retryAt);
  else await endRun(db, engine.registry, run, { status: 'Failed', error: failure.error });
}

const lazyOperations = new Set(['DeferAdd', 'DeferAbort']);

async function applyOperations(
  db: Queryable,
  engine: Engine,
  run: RunRow,
  job: Job,
  turn: Extract<Turn, { kind: 'operations' }>,
): Promise<void> {
  let retry = false;
  let resolved = false;
  for (const operation of turn.operations) {
    if (lazyOperations.has(operation.op)) {
      engine.settings.logger.warn({ run: run.id, op: operation.op }, 'defer() is not supported here; it was left out');
      continue;
    }
    const attempt = { attempt: job.attempt };
    switch (operation.op) {
      case 'StepRun':
      case 'Step':
        await writeStep(db, run, operation, { status: 'Completed', output: operation.data, attempt });
        resolved = true;
        break;
      case 'RunComplete':
        await endRun(db, engine.registry, run, { status: 'Completed', output: operation.data });
        return;
      case 'StepError':
      case 'StepFailed': {
        const error = toFunctionError(operation.error);
        const retriable = operation.op === 'StepError' && turn.retriable;
        if (operation.id === completeStepId) {
          await failCall(db, engine, run, job, { error, retriable, retryAt: turn.retryAt });
          return;
        }
        retry = retriable && job.attempt + 1 < run.max_attempts;
        await writeStep(db, run, operation, {
          status: retry ? 'Retrying' : 'Failed',
          error,
          attempt: { ...attempt, error },
        });
        resolved = !retry;
        break;
      }
      case 'DiscoveryRequest':
        resolved = true;
        break;
      default:
        await applyWaiting(db, engine.registry, run, operation, turn.everyStep);
    }
  }
  if (retry) return retryJob(db, engine, job, turn.retryAt);
  await finishJob(db, run, job);
  if (resolved) await continueRun(db, run);
}

async function returnLostJob(
  db: Queryable,
  engine: Engine,
  run: RunRow,
  job: Job,
  turn: Extract<Turn, { kind: 'lost' }>,
): Promise<void> {
  if (turn.sent && job.lostCalls >= lostCallsForgiven) {
    const error = { name: 'ConnectionLost', message: turn.reason };
    return failCall(db, engine, run, job, { error, retriable: true });
  }
  const delay = Math.min(5_000, 50 * 2 ** Math.min(job.lostCalls, 7)) * (0.9 + Math.random() * 0.2);
  await db.query(
    `UPDATE inngest_local.jobs SET owner = NULL, lost_calls = lost_calls + 1,
       visible_at = clock_timestamp() + $2 * interval '1 millisecond' WHERE id = $1`,
    [job.id, delay],
  );
}

/** Writes what came of a call, unless another process has taken the call over. False then. */
export async function settleTurn(engine: Engine, job: Job, turn: Turn): Promise<boolean> {
  return inTransaction(engine.pool, async (db) => {
    const run = await lockRun(db, job.runId);
    if (!run || isOver(run) || !(await holdJob(db, job))) return false;
    switch (turn.kind) {
      case 'completed':
        await endRun(db, engine.registry, run, { status: 'Completed', output: turn.output });
        break;
      case 'failed':
        await failCall(db, engine, run, job, turn);
        break;
      case 'lost':
        await returnLostJob(db, engine, run, job, turn);
        break;
      case 'operations':
        await applyOperations(db, engine, run, job, turn);
    }
    return true;
  });
}
