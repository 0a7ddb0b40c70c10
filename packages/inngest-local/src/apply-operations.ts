import { newId } from '@mallhive/kernel';
import { z } from 'zod';
import { createRuns } from './create-runs.ts';
import type { Queryable } from './database.ts';
import { prepared } from './database.ts';
import { parseMoment } from './duration.ts';
import { matchKeyOf } from './expression.ts';
import { type EventPayload, type FunctionError, internalEvents, type Operation, toFunctionError } from './protocol.ts';
import type { Registry } from './registry.ts';
import { enqueueCall, lockRun, type RunRow, resolveStep } from './run-state.ts';

export const signalPrefix = 'signal:';

interface StepWrite {
  status: 'Planned' | 'Retrying' | 'Sleeping' | 'Waiting' | 'Invoking' | 'Completed' | 'Failed';
  race?: boolean;
  output?: unknown;
  error?: FunctionError;
  attempt?: { attempt: number; error?: FunctionError; ms?: number };
}

/** The SDK sends an interval as its start (`a`) and its length (`b`), in nanoseconds. */
export function timingMs(operation: Operation): number | undefined {
  const timing = z.object({ b: z.number() }).safeParse(operation.timing);
  return timing.success ? Math.round(timing.data.b / 1e6) : undefined;
}

/**
 * Writes what is known of a step. A step that is already open or over keeps its state (the SDK names open steps again at
 * each discovery); only a call in progress (Planned, Retrying) changes it. True when the step is now in the given state.
 */
export async function writeStep(db: Queryable, run: RunRow, operation: Operation, write: StepWrite): Promise<boolean> {
  const over = write.status === 'Completed' || write.status === 'Failed';
  const attempts = write.attempt
    ? [
        {
          attempt: write.attempt.attempt,
          at: new Date().toISOString(),
          error: write.attempt.error,
          ms: timingMs(operation),
        },
      ]
    : [];
  const { rowCount } = await db.query(
    prepared(
      'write_step',
      `INSERT INTO inngest_local.steps AS step
       (run_id, id, name, op, status, race, opts, output, error, history, started_at, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
             clock_timestamp() - $12 * interval '1 millisecond', CASE WHEN $11 THEN clock_timestamp() END)
     ON CONFLICT (run_id, id) DO UPDATE SET
       status = CASE WHEN step.status = 'Planned' AND excluded.status = 'Retrying' THEN 'Planned' ELSE excluded.status END,
       output = excluded.output, error = excluded.error, history = step.history || excluded.history,
       ended_at = excluded.ended_at
     WHERE step.status IN ('Planned', 'Retrying') AND NOT (step.status = 'Planned' AND excluded.status = 'Planned')`,
      [
        run.id,
        operation.id,
        operation.displayName ?? operation.name ?? operation.id,
        operation.op,
        write.status,
        write.race ?? false,
        operation.opts ? JSON.stringify(operation.opts) : null,
        over ? JSON.stringify(write.output ?? null) : null,
        write.error ? JSON.stringify(write.error) : null,
        JSON.stringify(attempts),
        over,
        timingMs(operation) ?? 0,
      ],
    ),
  );
  if (rowCount && over) {
    await db.query('UPDATE inngest_local.runs SET stack = array_append(stack, $2) WHERE id = $1', [
      run.id,
      operation.id,
    ]);
  }
  return rowCount === 1;
}

async function setTimer(db: Queryable, run: RunRow, stepId: string, kind: string, due: Date): Promise<void> {
  await db.query('INSERT INTO inngest_local.timers (run_id, step_id, kind, due_at) VALUES ($1, $2, $3, $4)', [
    run.id,
    stepId,
    kind,
    due,
  ]);
}

const waitSchema = z.object({ timeout: z.string().nullish(), if: z.string().nullish() });
const signalSchema = z.object({ signal: z.string(), timeout: z.string().nullish(), conflict: z.string().nullish() });
const invokeSchema = z.object({
  function_id: z.string(),
  payload: z.object({ data: z.record(z.string(), z.unknown()).nullish() }).optional(),
  timeout: z.string().nullish(),
});

async function listen(
  db: Queryable,
  run: RunRow,
  operation: Operation,
  wait: { eventName: string; expression?: string | null; timeout?: string | null },
): Promise<void> {
  const match = matchKeyOf(wait.expression, run.events[0]);
  const expires = wait.timeout ? parseMoment(wait.timeout, Date.now()) : null;
  await db.query(
    `INSERT INTO inngest_local.pauses (run_id, step_id, event_name, expression, match_path, match_value)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [run.id, operation.id, wait.eventName, wait.expression ?? null, match?.path ?? null, match?.value ?? null],
  );
  if (expires) await setTimer(db, run, operation.id, 'wait', expires);
}

async function waitForSignal(db: Queryable, run: RunRow, operation: Operation, race: boolean): Promise<void> {
  const opts = signalSchema.parse(operation.opts);
  const eventName = `${signalPrefix}${opts.signal}`;
  const holders = await db.query<{ run_id: string; step_id: string }>(
    'SELECT run_id, step_id FROM inngest_local.pauses WHERE event_name = $1',
    [eventName],
  );
  if (!(await writeStep(db, run, operation, { status: 'Waiting', race }))) return;
  if (holders.rows.length > 0 && opts.conflict !== 'replace') {
    const error = { name: 'Error', message: `The signal "${opts.signal}" is already being waited for` };
    await resolveStep(db, run, operation.id, { error });
    return;
  }
  for (const holder of holders.rows) {
    const other = await lockRun(db, holder.run_id);
    if (other) await resolveStep(db, other, holder.step_id, { data: null });
  }
  await listen(db, run, operation, { eventName, timeout: opts.timeout });
}

async function invoke(db: Queryable, registry: Registry, run: RunRow, operation: Operation, race: boolean) {
  const opts = invokeSchema.parse(operation.opts);
  if (!(await writeStep(db, run, operation, { status: 'Invoking', race }))) return;
  const fn = registry.get(opts.function_id);
  if (!fn) {
    const error = { name: 'Error', message: `No function "${opts.function_id}" is registered` };
    await resolveStep(db, run, operation.id, { error });
    return;
  }
  const event: EventPayload = {
    id: newId(),
    name: internalEvents.invoked,
    data: opts.payload?.data ?? {},
    ts: Date.now(),
  };
  await createRuns(db, [{ fn, events: [event], parent: { runId: run.id, stepId: operation.id } }]);
  if (opts.timeout) await setTimer(db, run, operation.id, 'invoke', parseMoment(opts.timeout, Date.now()));
}

/** An operation that makes the run wait for something. Those that end or retry a step are handled by the turn. */
export async function applyWaiting(
  db: Queryable,
  registry: Registry,
  run: RunRow,
  operation: Operation,
  everyStep: boolean,
): Promise<void> {
  const race = everyStep || operation.opts?.parallelMode === 'race';
  switch (operation.op) {
    case 'StepPlanned':
      if (await writeStep(db, run, operation, { status: 'Planned', race })) await enqueueCall(db, run, operation.id);
      return;
    case 'Sleep':
      if (await writeStep(db, run, operation, { status: 'Sleeping', race })) {
        await setTimer(db, run, operation.id, 'sleep', parseMoment(operation.name ?? '', Date.now()));
      }
      return;
    case 'WaitForEvent': {
      const opts = waitSchema.parse(operation.opts ?? {});
      if (!(await writeStep(db, run, operation, { status: 'Waiting', race }))) return;
      const eventName = operation.name ?? '';
      await listen(db, run, operation, { eventName, expression: opts.if, timeout: opts.timeout });
      return;
    }
    case 'WaitForSignal':
      await waitForSignal(db, run, operation, race);
      return;
    case 'InvokeFunction':
      await invoke(db, registry, run, operation, race);
      return;
    default: {
      const error = toFunctionError(`The local executor does not know the operation ${operation.op}`);
      await writeStep(db, run, operation, { status: 'Failed', error });
      await enqueueCall(db, run, '');
    }
  }
}
