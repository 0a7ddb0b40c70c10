import { newId } from '@mallhive/kernel';
import type { PoolClient } from 'pg';
import { nextCronTime } from './cron.ts';
import { inTransaction, prepared } from './database.ts';
import type { Engine } from './engine.ts';
import { createLauncher } from './flow-control.ts';
import { type EventPayload, internalEvents } from './protocol.ts';
import { endRun, isOver, lockRun, resolveStep } from './run-state.ts';

const batchSize = 100;

interface TimerRow {
  id: string;
  run_id: string;
  step_id: string;
  kind: 'sleep' | 'wait' | 'invoke' | 'start' | 'finish';
}

async function ring(engine: Engine, timer: TimerRow): Promise<void> {
  await inTransaction(engine.pool, async (db) => {
    // The run first, then the timer: the same order in which a run that ends drops its timers.
    const run = await lockRun(db, timer.run_id);
    const { rowCount } = await db.query('DELETE FROM inngest_local.timers WHERE id = $1', [timer.id]);
    if (!rowCount || !run || isOver(run)) return;
    switch (timer.kind) {
      case 'sleep':
      case 'wait':
        await resolveStep(db, run, timer.step_id, { data: null });
        break;
      case 'invoke': {
        const error = { name: 'InvokeTimeout', message: 'The invoked function did not finish in time' };
        await resolveStep(db, run, timer.step_id, { error });
        break;
      }
      default: {
        const message = timer.kind === 'start' ? 'It did not start in time' : 'It did not finish in time';
        await endRun(db, engine.registry, run, { status: 'Cancelled', error: { name: 'FunctionTimeout', message } });
      }
    }
  });
}

async function runStepTimers(engine: Engine): Promise<number> {
  const { rows } = await engine.pool.query<TimerRow>(
    prepared(
      'due_timers',
      `SELECT id, run_id, step_id, kind FROM inngest_local.timers
     WHERE due_at <= clock_timestamp() ORDER BY due_at LIMIT $1`,
      [batchSize],
    ),
  );
  for (const timer of rows) await ring(engine, timer);
  return rows.length;
}

/** Debounced events and batches whose time has come. */
async function runCollectors(engine: Engine): Promise<number> {
  const start = async (db: PoolClient): Promise<number> => {
    const launcher = createLauncher(db, engine.registry);
    const { rows } = await db.query<{ function_id: string; events: EventPayload[] }>(
      `WITH quiet AS (
         DELETE FROM inngest_local.debounces WHERE due_at <= clock_timestamp()
         RETURNING function_id, jsonb_build_array(event) AS events
       ), full_or_old AS (
         DELETE FROM inngest_local.batches WHERE due_at <= clock_timestamp() RETURNING function_id, events
       )
       SELECT * FROM quiet UNION ALL SELECT * FROM full_or_old`,
    );
    for (const row of rows) {
      const fn = engine.registry.get(row.function_id);
      if (fn) await launcher.start(fn, row.events);
    }
    await launcher.flush();
    return rows.length;
  };
  return inTransaction(engine.pool, start, 'dispatch');
}

/** Ticks that were missed while nothing ran are made up for once, not once each. */
async function runCrons(engine: Engine): Promise<number> {
  const tick = async (db: PoolClient): Promise<number> => {
    const { rows } = await db.query<{ function_id: string; cron: string }>(
      'SELECT function_id, cron FROM inngest_local.crons WHERE next_at <= clock_timestamp() FOR UPDATE',
    );
    const launcher = createLauncher(db, engine.registry);
    for (const { function_id: functionId, cron } of rows) {
      const fn = engine.registry.get(functionId);
      if (fn) {
        const data = { cron };
        await launcher.trigger(fn, { id: newId(), name: internalEvents.cron, data, ts: Date.now() });
      }
      await db.query('UPDATE inngest_local.crons SET next_at = $3 WHERE function_id = $1 AND cron = $2', [
        functionId,
        cron,
        nextCronTime(cron) ?? new Date('9999-12-31'),
      ]);
    }
    await launcher.flush();
    return rows.length;
  };
  return inTransaction(engine.pool, tick, 'dispatch');
}

/** Milliseconds until the next of each kind is due, not above zero when one is; absent when there is none. */
interface Waits {
  steps: number | null;
  collectors: number | null;
  crons: number | null;
}

async function nextTimes(engine: Engine): Promise<Waits> {
  const { rows } = await engine.pool.query<Waits>(
    prepared(
      'next_times',
      `SELECT extract(epoch FROM (SELECT min(due_at) FROM inngest_local.timers) - now)::float8 * 1000 AS steps,
         extract(epoch FROM least((SELECT min(due_at) FROM inngest_local.debounces),
           (SELECT min(due_at) FROM inngest_local.batches)) - now)::float8 * 1000 AS collectors,
         extract(epoch FROM (SELECT min(next_at) FROM inngest_local.crons) - now)::float8 * 1000 AS crons
       FROM clock_timestamp() AS now`,
    ),
  );
  return rows[0] ?? { steps: null, collectors: null, crons: null };
}

const isDue = (wait: number | null): boolean => wait !== null && wait <= 0;

/** Handles everything that is due, and gives the milliseconds until the next thing is. */
export async function runTimers(engine: Engine): Promise<number> {
  let rung = 0;
  let waits = await nextTimes(engine);
  while (isDue(waits.steps) || isDue(waits.collectors) || isDue(waits.crons)) {
    if (isDue(waits.steps)) rung += await runStepTimers(engine);
    if (isDue(waits.collectors)) rung += await runCollectors(engine);
    if (isDue(waits.crons)) rung += await runCrons(engine);
    waits = await nextTimes(engine);
  }
  if (rung > 0) {
    engine.wake('jobs');
    engine.wake('events');
  }
  return Math.min(...Object.values(waits).map((wait: number | null) => wait ?? Number.POSITIVE_INFINITY));
}
