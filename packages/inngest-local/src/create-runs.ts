import { newId } from '@mallhive/kernel';
import type { Queryable } from './database.ts';
import { prepared } from './database.ts';
import { parseDuration, parseMoment } from './duration.ts';
import { evaluate, keyOf, matchKeyOf } from './expression.ts';
import type { Concurrency, EventPayload, FunctionConfig } from './protocol.ts';
import type { RegisteredFunction } from './registry.ts';

export interface NewRun {
  fn: RegisteredFunction;
  events: EventPayload[];
  startAt?: Date;
  limitKey?: string;
  singletonKey?: string;
  parent?: { runId: string; stepId: string };
  rerunOf?: string;
}

const defaultRetries = 3;

function maxAttempts(config: FunctionConfig): number {
  const attempts = Object.values(config.steps)[0]?.retries?.attempts ?? defaultRetries;
  return attempts + 1;
}

function concurrencyOf(config: FunctionConfig): Concurrency[] {
  if (config.concurrency === undefined) return [];
  if (typeof config.concurrency === 'number') return [{ limit: config.concurrency }];
  return Array.isArray(config.concurrency) ? config.concurrency : [config.concurrency];
}

function slotsFor(fn: RegisteredFunction, event: EventPayload | undefined): Array<{ name: string; limit: number }> {
  return concurrencyOf(fn.config)
    .filter(({ limit }) => limit > 0)
    .map(({ limit, key, scope }) => {
      const owner = scope === 'env' || scope === 'account' ? scope : fn.id;
      return { name: key ? `${owner}:${key}=${keyOf(key, event)}` : owner, limit };
    });
}

/** `priority.run` says by how many seconds a run may overtake others, between -600 and 600. */
function boostMs(config: FunctionConfig, event: EventPayload | undefined): number {
  if (!config.priority?.run) return 0;
  const result = evaluate(config.priority.run, { event });
  const seconds = result.ok && typeof result.value === 'number' ? result.value : 0;
  return Math.max(-600, Math.min(600, seconds)) * 1_000;
}

function rowsFor(run: NewRun, id: string, now: number) {
  const { config } = run.fn;
  const event = run.events[0];
  const slots = slotsFor(run.fn, event);
  const boost = boostMs(config, event);
  const startAt = run.startAt ?? new Date(now);
  const start = config.timeouts?.start ? parseDuration(config.timeouts.start) : undefined;
  return {
    run: {
      id,
      function_id: run.fn.id,
      event_name: event?.name ?? '',
      events: run.events,
      max_attempts: maxAttempts(config),
      slots: slots.map(({ name }) => name),
      slot_limits: slots.map(({ limit }) => limit),
      boost_ms: boost,
      limit_key: run.limitKey,
      singleton_key: run.singletonKey,
      parent_run: run.parent?.runId,
      parent_step: run.parent?.stepId,
      rerun_of: run.rerunOf,
      visible_at: startAt,
      order_at: new Date(startAt.getTime() - boost),
    },
    pauses: (config.cancel ?? []).map((cancel) => {
      const match = matchKeyOf(cancel.if, event);
      return {
        run_id: id,
        event_name: cancel.event,
        expression: cancel.if,
        match_path: match?.path,
        match_value: match?.value,
        expires_at: cancel.timeout ? parseMoment(cancel.timeout, now) : undefined,
      };
    }),
    timers: start === undefined ? [] : [{ run_id: id, kind: 'start', due_at: new Date(startAt.getTime() + start) }],
  };
}

/** Writes runs with their first call, their cancellations and their start timeouts. Gives their ids. */
export async function createRuns(db: Queryable, runs: readonly NewRun[]): Promise<string[]> {
  if (runs.length === 0) return [];
  const now = Date.now();
  const rows = runs.map((run) => rowsFor(run, newId(), now));
  await db.query(
    prepared(
      'create_runs',
      `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1) AS r (
         id text, function_id text, event_name text, events jsonb, max_attempts int, slots text[], slot_limits int[],
         boost_ms bigint, limit_key text, singleton_key text, parent_run text, parent_step text, rerun_of text,
         visible_at timestamptz, order_at timestamptz)
     ), created AS (
       INSERT INTO inngest_local.runs (id, function_id, event_name, events, max_attempts, slots, slot_limits, boost_ms,
         limit_key, singleton_key, parent_run, parent_step, rerun_of)
       SELECT id, function_id, event_name, events, max_attempts, slots, slot_limits, boost_ms,
         limit_key, singleton_key, parent_run, parent_step, rerun_of FROM given
     )
     INSERT INTO inngest_local.jobs (run_id, visible_at, order_at, slots, slot_limits)
     SELECT id, visible_at, order_at, slots, slot_limits FROM given`,
      [JSON.stringify(rows.map(({ run }) => run))],
    ),
  );
  const pauses = rows.flatMap((row) => row.pauses);
  if (pauses.length > 0) {
    await db.query(
      `INSERT INTO inngest_local.pauses (run_id, event_name, expression, match_path, match_value, expires_at)
       SELECT * FROM jsonb_to_recordset($1) AS p (
         run_id text, event_name text, expression text, match_path text, match_value text, expires_at timestamptz)`,
      [JSON.stringify(pauses)],
    );
  }
  const timers = rows.flatMap((row) => row.timers);
  if (timers.length > 0) {
    await db.query(
      `INSERT INTO inngest_local.timers (run_id, kind, due_at)
       SELECT * FROM jsonb_to_recordset($1) AS t (run_id text, kind text, due_at timestamptz)`,
      [JSON.stringify(timers)],
    );
  }
  return rows.map(({ run }) => run.id);
}
