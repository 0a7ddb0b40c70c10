import type { PoolClient } from 'pg';
import { inTransaction, prepared } from './database.ts';
import type { Engine } from './engine.ts';
import { matches, matchValueAt } from './expression.ts';
import { createLauncher, type Launcher } from './flow-control.ts';
import type { EventPayload } from './protocol.ts';
import { cancelRun, isOver, lockRun, resolveStep } from './run-state.ts';

const batchSize = 200;
const maxFailures = 5;

interface PauseRow {
  run_id: string;
  step_id: string | null;
  expression: string | null;
  trigger: EventPayload | null;
}

/** Wakes the runs that wait for an event like this one, and cancels those that it cancels. */
async function wakeListeners(db: PoolClient, engine: Engine, event: EventPayload): Promise<void> {
  const paths = await db.query<{ match_path: string | null }>(
    'SELECT DISTINCT match_path FROM inngest_local.pauses WHERE event_name = $1',
    [event.name],
  );
  if (paths.rows.length === 0) return;
  const keys = paths.rows.flatMap(({ match_path: path }) => {
    const value = path === null ? undefined : matchValueAt(event, path);
    return path !== null && value !== undefined ? [{ path, value }] : [];
  });
  const { rows } = await db.query<PauseRow>(
    `SELECT pause.run_id, pause.step_id, pause.expression, run.events -> 0 AS trigger
     FROM inngest_local.pauses pause JOIN inngest_local.runs run ON run.id = pause.run_id
     WHERE pause.event_name = $1 AND (pause.expires_at IS NULL OR pause.expires_at > clock_timestamp())
       AND (pause.match_path IS NULL OR (pause.match_path, pause.match_value) IN (
         SELECT path, value FROM jsonb_to_recordset($2) AS k (path text, value text)))
     ORDER BY pause.id`,
    [event.name, JSON.stringify(keys)],
  );
  for (const pause of rows) {
    if (!matches(pause.expression, { event: pause.trigger, async: event })) continue;
    if (pause.step_id === null) {
      await cancelRun(db, engine.registry, pause.run_id, `Cancelled by the event ${event.name} (${event.id})`);
      continue;
    }
    const run = await lockRun(db, pause.run_id);
    if (run && !isOver(run)) await resolveStep(db, run, pause.step_id, { data: event });
  }
}

/** The names among these for which anybody listens now. */
async function namesWithListeners(db: PoolClient, events: readonly EventPayload[]): Promise<Set<string>> {
  const { rows } = await db.query<{ event_name: string }>(
    prepared('listened_names', 'SELECT DISTINCT event_name FROM inngest_local.pauses WHERE event_name = ANY($1)', [
      [...new Set(events.map(({ name }) => name))],
    ]),
  );
  return new Set(rows.map((row) => row.event_name));
}

async function dispatchOne(
  db: PoolClient,
  engine: Engine,
  launcher: Launcher,
  event: EventPayload,
  listened: ReadonlySet<string>,
): Promise<void> {
  // A run that an earlier event of the same batch started may be cancelled by this one.
  const cancels = engine.registry.cancels(event.name);
  if (cancels) await launcher.flush();
  if (cancels || listened.has(event.name)) {
    launcher.gave.calls = launcher.gave.timers = true;
    await wakeListeners(db, engine, event);
  }
  const started = new Set<string>();
  for (const { fn, expression } of engine.registry.triggeredBy(event.name)) {
    if (started.has(fn.id) || !matches(expression, { event })) continue;
    started.add(fn.id);
    await launcher.trigger(fn, event);
  }
}

async function dispatchBatch(engine: Engine, limit: number): Promise<number> {
  let launcher: Launcher | undefined;
  const dispatch = async (db: PoolClient): Promise<number> => {
    const { rows } = await db.query<{ seq: string; payload: EventPayload }>(
      prepared(
        'undispatched',
        'SELECT seq, payload FROM inngest_local.events WHERE dispatched_at IS NULL ORDER BY seq LIMIT $1',
        [limit],
      ),
    );
    if (rows.length === 0) return 0;
    const into = createLauncher(db, engine.registry);
    launcher = into;
    const listened = await namesWithListeners(
      db,
      rows.map(({ payload }) => payload),
    );
    for (const { payload } of rows) await dispatchOne(db, engine, into, payload, listened);
    await into.flush();
    await db.query(
      prepared('dispatched', 'UPDATE inngest_local.events SET dispatched_at = clock_timestamp() WHERE seq = ANY($1)', [
        rows.map(({ seq }) => seq),
      ]),
    );
    return rows.length;
  };
  const handled = await inTransaction(engine.pool, dispatch, 'dispatch');
  if (launcher?.gave.calls) engine.wake('jobs');
  if (launcher?.gave.timers) engine.wake('timers');
  return handled;
}

/** The first event in the queue could not be handled: count it, and put it aside when it keeps failing. */
async function recordFailure(engine: Engine, error: unknown): Promise<void> {
  const { rows } = await engine.pool.query<{ id: string; failures: number }>(
    `UPDATE inngest_local.events SET failures = failures + 1,
       dispatched_at = CASE WHEN failures + 1 >= $1 THEN clock_timestamp() END
     WHERE seq = (SELECT min(seq) FROM inngest_local.events WHERE dispatched_at IS NULL) RETURNING id, failures`,
    [maxFailures],
  );
  engine.settings.logger.error(
    { error, event: rows[0]?.id, failures: rows[0]?.failures },
    'An event cannot be dispatched',
  );
}

/**
 * Turns stored events into runs. Events wait until every configured app has registered once, so that nothing that was
 * sent while an app was still starting is lost.
 */
export async function dispatchEvents(engine: Engine): Promise<void> {
  const known = engine.registry.appUrls();
  if (!engine.settings.appUrls.every((url) => known.has(url))) return;
  let limit = batchSize;
  for (;;) {
    try {
      const handled = await dispatchBatch(engine, limit);
      if (handled < limit) return;
      limit = batchSize;
    } catch (error) {
      if (limit === 1) {
        await recordFailure(engine, error);
        throw error;
      }
      limit = 1;
    }
  }
}
