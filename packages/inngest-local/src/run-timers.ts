import { newId } from '@mallhive/kernel';
import { nextCronTime } from './cron.ts';
import { inTransaction, lockInTransaction, prepared } from './database.ts';
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
    `SELECT id, run_id, step_id, kind FROM inngest_local.timers
     WHERE due_at <= clock_timestamp() ORDER BY due_at LIMIT $1`,
    [batchSize],
  );
  for (const timer of rows) await ring(engine, timer);
  return rows.length;
}

/** Debounced events and batches whose time has come. */
async function runCollectors(engine: Engine): Promise<number> {
  const due = await engine.pool.query(
    `SELECT FROM inngest_local.debounces WHERE due_at <= clock_timestamp()
     UNION ALL SELECT FROM inngest_local.batches WHERE due_at <= clock_timestamp() LIMIT 1`,
  );
  if (due.rows.length === 0) return 0;
  return inTransaction(engine.pool, async (db) => {
    await lockInTransaction(db, 'dispatch');
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
  });
}

/** Ticks that were missed while nothing ran are made up for once, not once each. */
async function runCrons(engine: Engine): Promise<number> {
  const due = await engine.pool.query('SELECT FROM inngest_local.crons WHERE next_at <= clock_timestamp() LIMIT 1');
  if (due.rows.length === 0) return 0;
  return inTransaction(engine.pool, async (db) => {
    await lockInTransaction(db, 'dispatch');
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
  });
}

/** Handles everything that is due, and gives the milliseconds until the next thing is. */
export async function runTimers(engine: Engine): Promise<number> {
  let rung = 0;
  for (;;) {
    const handled = (await runStepTimers(engine)) + (await runCollectors(engine)) + (await runCrons(engine));
    rung += handled;
    if (handled < batchSize) break;
  }
  if (rung > 0) {
    engine.wake('jobs');
    engine.wake('events');
  }
  const { rows } = await engine.pool.query<{ wait: number | null }>(
    prepared(
      'next_timer',
      `SELECT extract(epoch FROM least(
       (SELECT min(due_at) FROM inngest_local.timers), (SELECT min(due_at) FROM inngest_local.debounces),
       (SELECT min(due_at) FROM inngest_local.batches), (SELECT min(next_at) FROM inngest_local.crons)
     ) - clock_timestamp())::float8 * 1000 AS wait`,
    ),
  );
  return rows[0]?.wait ?? Number.POSITIVE_INFINITY;
}
