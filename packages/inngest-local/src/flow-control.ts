import { createRuns, type NewRun } from './create-runs.ts';
import { prepared, type Queryable } from './database.ts';
import { parseDuration } from './duration.ts';
import { keyOf, matches } from './expression.ts';
import type { EventPayload } from './protocol.ts';
import type { RegisteredFunction, Registry } from './registry.ts';
import { cancelRun } from './run-state.ts';

const day = 86_400_000;

/** The runs that one dispatch wants; those without flow control are written together at the end. */
export interface Launcher {
  /** An event (or a cron tick) starts a function, subject to all of its flow control. */
  trigger(fn: RegisteredFunction, event: EventPayload): Promise<void>;
  /** Past debounce and batch: the run itself, subject to singleton and throttle. */
  start(fn: RegisteredFunction, events: EventPayload[], limitKey?: string): Promise<void>;
  flush(): Promise<void>;
  /** What the writes so far may have given to do: calls at once, or something later. */
  readonly gave: { calls: boolean; timers: boolean };
}

async function isFirst(db: Queryable, fn: RegisteredFunction, key: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO inngest_local.keys AS known (kind, function_id, key, until)
     VALUES ('idempotency', $1, $2, clock_timestamp() + $3 * interval '1 millisecond')
     ON CONFLICT (kind, function_id, key) DO UPDATE SET until = excluded.until WHERE known.until < clock_timestamp()`,
    [fn.id, key, day],
  );
  return rowCount === 1;
}

async function isWithinLimit(db: Queryable, limitKey: string, limit: number, periodMs: number): Promise<boolean> {
  const { rows } = await db.query<{ started: number }>(
    `SELECT count(*)::int AS started FROM inngest_local.runs
     WHERE limit_key = $1 AND created_at > clock_timestamp() - $2 * interval '1 millisecond'`,
    [limitKey, periodMs],
  );
  return (rows[0]?.started ?? 0) < limit;
}

async function debounce(db: Queryable, fn: RegisteredFunction, event: EventPayload): Promise<void> {
  const { debounce: config } = fn.config;
  if (!config) return;
  await db.query(
    `INSERT INTO inngest_local.debounces AS waiting (function_id, key, event, due_at, latest_at)
     VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 millisecond', clock_timestamp() + $5 * interval '1 millisecond')
     ON CONFLICT (function_id, key) DO UPDATE
     SET event = excluded.event, due_at = least(excluded.due_at, waiting.latest_at)`,
    [
      fn.id,
      keyOf(config.key, event),
      JSON.stringify(event),
      parseDuration(config.period) ?? 1_000,
      config.timeout ? (parseDuration(config.timeout) ?? null) : null,
    ],
  );
}

/** Events that one dispatch adds to one batch. */
interface Gathered {
  fn: RegisteredFunction;
  key: string;
  events: EventPayload[];
  limitKey: string | undefined;
}

/** Adds to the batches of their keys in one write; gives how many events each holds then. */
async function addToBatches(db: Queryable, groups: readonly Gathered[]): Promise<Map<Gathered, number>> {
  const given = groups.map(({ fn, key, events }, place) => {
    const timeout = parseDuration(fn.config.batchEvents?.timeout ?? '1s') ?? 1_000;
    return { place, function_id: fn.id, key, events, timeout };
  });
  const { rows } = await db.query<{ place: number; size: number }>(
    prepared(
      'add_to_batches',
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($1) AS g (place int, function_id text, key text, events jsonb, timeout float8)
       ), added AS (
         INSERT INTO inngest_local.batches AS open (function_id, key, events, due_at)
         SELECT function_id, key, events, clock_timestamp() + timeout * interval '1 millisecond' FROM given
         ORDER BY function_id, key
         ON CONFLICT (function_id, key) DO UPDATE SET events = open.events || excluded.events
         RETURNING function_id, key, jsonb_array_length(events) AS size
       )
       SELECT place, size FROM added JOIN given USING (function_id, key)`,
      [JSON.stringify(given)],
    ),
  );
  const sizes = new Map(rows.map(({ place, size }) => [place, size]));
  return new Map(groups.map((group, place) => [group, sizes.get(place) ?? 0]));
}

const sizeOfBatch = ({ fn }: Gathered): number => fn.config.batchEvents?.maxSize ?? 1;

/** Takes what a batch holds, leaves what does not fill one, and gives the full ones. */
async function takeFullBatches(db: Queryable, group: Gathered): Promise<EventPayload[][]> {
  const taken = await db.query<{ events: EventPayload[] }>(
    'DELETE FROM inngest_local.batches WHERE function_id = $1 AND key = $2 RETURNING events',
    [group.fn.id, group.key],
  );
  const all = taken.rows[0]?.events ?? [];
  const maxSize = sizeOfBatch(group);
  const whole = all.length - (all.length % maxSize);
  if (whole < all.length) await addToBatches(db, [{ ...group, events: all.slice(whole) }]);
  return Array.from({ length: whole / maxSize }, (_, index) => all.slice(index * maxSize, (index + 1) * maxSize));
}

/** Starts are spread evenly: `keys.until` is the theoretical arrival time of the generic cell rate algorithm. */
async function throttledStart(db: Queryable, fn: RegisteredFunction, event?: EventPayload): Promise<Date | undefined> {
  const { throttle: config } = fn.config;
  if (!config) return undefined;
  const spacing = (parseDuration(config.period) ?? 1_000) / Math.max(1, config.limit);
  const { rows } = await db.query<{ start_at: Date }>(
    `INSERT INTO inngest_local.keys AS known (kind, function_id, key, until)
     VALUES ('throttle', $1, $2, clock_timestamp() + $3 * interval '1 millisecond')
     ON CONFLICT (kind, function_id, key) DO UPDATE
     SET until = greatest(known.until, clock_timestamp()) + $3 * interval '1 millisecond'
     RETURNING greatest(clock_timestamp(), until - $4 * interval '1 millisecond') AS start_at`,
    [fn.id, keyOf(config.key, event), spacing, spacing * Math.max(1, config.burst ?? 1)],
  );
  return rows[0]?.start_at;
}

/** False when a run of the same key is active and this one is to be skipped. */
async function takeSingleton(
  db: Queryable,
  registry: Registry,
  mode: 'skip' | 'cancel',
  singletonKey: string,
): Promise<boolean> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM inngest_local.runs WHERE singleton_key = $1 AND ended_at IS NULL',
    [singletonKey],
  );
  if (rows.length > 0 && mode === 'skip') return false;
  for (const { id } of rows) await cancelRun(db, registry, id, 'Replaced by a newer run of the same singleton');
  return true;
}

/** An event whose time lies ahead starts its functions then. */
function plannedStart(events: readonly EventPayload[]): Date | undefined {
  const [event] = events;
  return events.length === 1 && event && event.ts > Date.now() ? new Date(event.ts) : undefined;
}

function later(left: Date | undefined, right: Date | undefined): Date | undefined {
  if (!left || !right) return left ?? right;
  return left > right ? left : right;
}

/** Call under the dispatch lock: the checks below read and then write. */
export function createLauncher(db: Queryable, registry: Registry): Launcher {
  let waiting: NewRun[] = [];
  let gathered = new Map<string, Gathered>();

  const launcher: Launcher = {
    gave: { calls: false, timers: false },
    async trigger(fn, event) {
      const { config } = fn;
      if (config.idempotency && !(await isFirst(db, fn, keyOf(config.idempotency, event)))) return;
      let limitKey: string | undefined;
      if (config.rateLimit && !config.idempotency) {
        limitKey = `${fn.id}:${keyOf(config.rateLimit.key, event)}`;
        await launcher.flush();
        const period = parseDuration(config.rateLimit.period) ?? 1_000;
        if (!(await isWithinLimit(db, limitKey, config.rateLimit.limit, period))) return;
      }
      if (config.debounce) {
        launcher.gave.timers = true;
        return debounce(db, fn, event);
      }
      if (config.batchEvents && matches(config.batchEvents.if, { event })) {
        const key = keyOf(config.batchEvents.key, event);
        const open = gathered.get(`${fn.id}:${key}`) ?? { fn, key, events: [], limitKey };
        open.events.push(event);
        gathered.set(`${fn.id}:${key}`, open);
        return;
      }
      await launcher.start(fn, [event], limitKey);
    },
    async start(fn, events, limitKey) {
      const { singleton } = fn.config;
      let singletonKey: string | undefined;
      if (singleton) {
        singletonKey = `${fn.id}:${keyOf(singleton.key, events[0])}`;
        await launcher.flush();
        if (!(await takeSingleton(db, registry, singleton.mode, singletonKey))) return;
      }
      const throttled = await throttledStart(db, fn, events[0]);
      waiting.push({ fn, events, limitKey, singletonKey, startAt: later(throttled, plannedStart(events)) });
    },
    async flush() {
      const groups = [...gathered.values()];
      gathered = new Map();
      if (groups.length > 0) {
        for (const [group, size] of await addToBatches(db, groups)) {
          // Who opened it has told of its time.
          if (size <= group.events.length) launcher.gave.timers = true;
          if (size < sizeOfBatch(group)) continue;
          for (const events of await takeFullBatches(db, group)) await launcher.start(group.fn, events, group.limitKey);
        }
      }
      const runs = waiting;
      waiting = [];
      if (runs.length > 0) launcher.gave.calls = launcher.gave.timers = true;
      await createRuns(db, runs);
    },
  };
  return launcher;
}
