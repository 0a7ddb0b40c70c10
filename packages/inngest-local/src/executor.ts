import type { Pool, PoolClient } from 'pg';
import { createSchema } from './database.ts';
import { dispatchEvents } from './dispatch-events.ts';
import type { Engine, Wake } from './engine.ts';
import { registerExecutor, releaseJobs, renewLeases, takeOverFromDead } from './leases.ts';
import { type Loop, startLoop } from './loop.ts';
import type { Settings } from './options.ts';
import { prune } from './prune.ts';
import { createRegistry } from './registry.ts';
import { createJobRunner } from './run-jobs.ts';
import { runTimers } from './run-timers.ts';
import { syncApps } from './sync-apps.ts';

const channel = 'inngest_local';
const pruneEveryMs = 10 * 60_000;
const drainMs = 10_000;
const takeOverSoonMs = 1_000;
/** Events of this long are dispatched together when there are many. */
const dispatchPaceMs = 20;

export interface Executor {
  engine: Engine;
  /** Settles when this process no longer makes calls. */
  stop(): Promise<void>;
}

/** One connection that stays: it listens for the others and its life is the sign that this process lives. */
async function openSession(pool: Pool, onNotice: (what: string) => void, onLost: () => void): Promise<PoolClient> {
  const session = await pool.connect();
  session.on('notification', (notice) => onNotice(notice.payload ?? ''));
  session.on('error', onLost);
  await session.query(`LISTEN ${channel}`);
  return session;
}

export async function startExecutor(pool: Pool, settings: Settings): Promise<Executor> {
  await createSchema(pool);
  const loops = new Map<Wake, Loop>();
  const wakeHere = (what: string): void => loops.get(what as Wake)?.wake();

  const announced = new Set<string>();
  let announcing = false;
  async function announce(): Promise<void> {
    announcing = true;
    await new Promise((resolve) => setTimeout(resolve, 10));
    const topics = [...announced];
    announced.clear();
    announcing = false;
    await pool.query('SELECT pg_notify($1, topic) FROM unnest($2::text[]) AS topic', [
      channel,
      topics.map((topic) => `${engine.executorId}:${topic}`),
    ]);
  }

  const registry = createRegistry(pool);
  await registry.reload();
  const engine: Engine = {
    pool,
    settings,
    registry,
    executorId: 0,
    wake(what) {
      wakeHere(what);
      announced.add(what);
      // Losing a notice costs the others one poll interval.
      if (!announcing && !stopped) announce().catch(() => {});
    },
  };
  let stopped = false;
  let session: PoolClient | undefined;

  function onNotice(payload: string): void {
    const [sender, what = ''] = payload.split(':');
    if (Number(sender) === engine.executorId) return;
    if (what === 'functions') void registry.reload().catch(() => {});
    else wakeHere(what);
  }

  async function join(): Promise<void> {
    const joined = await openSession(pool, onNotice, () => {
      // The next heartbeat joins again under a new id; calls under way are fenced off when somebody takes them over.
      if (session === joined) session = undefined;
      joined.release(true);
    });
    engine.executorId = await registerExecutor(joined);
    session = joined;
  }
  await join();

  const runner = createJobRunner(engine);
  const onError = (error: unknown): void => {
    if (!stopped) settings.logger.error({ error }, 'A queue could not be worked on; trying again');
  };
  const loop = (work: () => Promise<number | undefined>, idleMs = settings.pollMs, paceMs = 0): Loop =>
    startLoop({ idleMs, paceMs, work, onError });

  const startedAt = Date.now();
  async function beat(): Promise<number | undefined> {
    if (!session) await join();
    await renewLeases(pool, runner.inFlight(), settings.leaseMs);
    if (session && (await takeOverFromDead(session, engine.executorId))) wakeHere('jobs');
    // The database may need a moment to notice that the process before this one died.
    return Date.now() - startedAt < takeOverSoonMs ? 100 : undefined;
  }
  await beat();

  loops.set(
    'events',
    loop(() => dispatchEvents(engine).then(() => undefined), settings.pollMs, dispatchPaceMs),
  );
  loops.set(
    'jobs',
    loop(() => runner.run()),
  );
  loops.set(
    'timers',
    loop(() => runTimers(engine), settings.pollMs, dispatchPaceMs),
  );
  const background = [
    loop(beat, Math.min(settings.leaseMs / 3, 2_000)),
    loop(() => syncApps(engine).then(() => (isSynced() ? undefined : 250)), settings.syncMs),
    loop(() => prune(engine).then(() => undefined), pruneEveryMs),
  ];
  function isSynced(): boolean {
    const known = registry.appUrls();
    return settings.appUrls.every((url) => known.has(url));
  }

  return {
    engine,
    async stop() {
      stopped = true;
      await Promise.all([...loops.values()].map((each) => each.stop()));
      await runner.drain(drainMs);
      await Promise.all(background.map((each) => each.stop()));
      await releaseJobs(pool, engine.executorId);
      await pool.query('DELETE FROM inngest_local.executors WHERE id = $1', [engine.executorId]);
      runner.close();
      if (session) {
        await session.query('SELECT pg_advisory_unlock_all()');
        await session.query('UNLISTEN *');
        session.removeAllListeners('notification');
        session.release(true);
      }
    },
  };
}
