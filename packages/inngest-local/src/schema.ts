/** Run at every start under a lock; every statement may run again. */
export const schemaSql = `
CREATE SCHEMA IF NOT EXISTS inngest_local;

CREATE TABLE IF NOT EXISTS inngest_local.apps (
  url text PRIMARY KEY,
  name text NOT NULL,
  sdk text,
  checksum text NOT NULL,
  synced_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS inngest_local.functions (
  id text PRIMARY KEY,
  app_url text NOT NULL REFERENCES inngest_local.apps (url) ON DELETE CASCADE,
  config jsonb NOT NULL,
  archived boolean NOT NULL DEFAULT false
);

-- The window in which a second event with the same id is ignored.
CREATE TABLE IF NOT EXISTS inngest_local.event_ids (
  id text PRIMARY KEY,
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS event_ids_received ON inngest_local.event_ids (received_at);

CREATE TABLE IF NOT EXISTS inngest_local.events (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text NOT NULL,
  name text NOT NULL,
  payload jsonb NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  dispatched_at timestamptz,
  failures int NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS events_waiting ON inngest_local.events (seq) WHERE dispatched_at IS NULL;
CREATE INDEX IF NOT EXISTS events_received ON inngest_local.events (received_at);

CREATE TABLE IF NOT EXISTS inngest_local.runs (
  id text PRIMARY KEY,
  function_id text NOT NULL,
  event_name text NOT NULL,
  events jsonb NOT NULL,
  status text NOT NULL DEFAULT 'Queued'
    CHECK (status IN ('Queued', 'Running', 'Completed', 'Failed', 'Cancelled')),
  max_attempts int NOT NULL,
  slots text[] NOT NULL DEFAULT '{}',
  slot_limits int[] NOT NULL DEFAULT '{}',
  boost_ms bigint NOT NULL DEFAULT 0,
  limit_key text,
  singleton_key text,
  parent_run text,
  parent_step text,
  rerun_of text,
  stack text[] NOT NULL DEFAULT '{}',
  output jsonb,
  error jsonb,
  history jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at timestamptz,
  ended_at timestamptz
);
CREATE INDEX IF NOT EXISTS runs_recent ON inngest_local.runs (created_at DESC, id DESC);
CREATE INDEX IF NOT EXISTS runs_function ON inngest_local.runs (function_id, created_at DESC);
CREATE INDEX IF NOT EXISTS runs_ended ON inngest_local.runs (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS runs_limit ON inngest_local.runs (limit_key, created_at) WHERE limit_key IS NOT NULL;
CREATE INDEX IF NOT EXISTS runs_singleton ON inngest_local.runs (singleton_key)
  WHERE singleton_key IS NOT NULL AND ended_at IS NULL;

CREATE TABLE IF NOT EXISTS inngest_local.steps (
  run_id text NOT NULL REFERENCES inngest_local.runs (id) ON DELETE CASCADE,
  id text NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  op text NOT NULL,
  status text NOT NULL CHECK (status IN ('Planned', 'Retrying', 'Sleeping', 'Waiting', 'Invoking', 'Completed', 'Failed')),
  race boolean NOT NULL DEFAULT false,
  opts jsonb,
  output jsonb,
  error jsonb,
  history jsonb NOT NULL DEFAULT '[]',
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  PRIMARY KEY (run_id, id)
);

-- Calls to make. A claim moves visible_at to the end of the lease; token fences off whoever lost it.
CREATE TABLE IF NOT EXISTS inngest_local.jobs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id text NOT NULL REFERENCES inngest_local.runs (id) ON DELETE CASCADE,
  step_id text NOT NULL DEFAULT '',
  attempt int NOT NULL DEFAULT 0,
  lost_calls int NOT NULL DEFAULT 0,
  again boolean NOT NULL DEFAULT false,
  visible_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  order_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  owner bigint,
  token bigint NOT NULL DEFAULT 0,
  slots text[] NOT NULL DEFAULT '{}',
  slot_limits int[] NOT NULL DEFAULT '{}',
  UNIQUE (run_id, step_id)
);
CREATE INDEX IF NOT EXISTS jobs_visible ON inngest_local.jobs (visible_at);
CREATE INDEX IF NOT EXISTS jobs_owner ON inngest_local.jobs (owner) WHERE owner IS NOT NULL;

CREATE TABLE IF NOT EXISTS inngest_local.timers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id text NOT NULL REFERENCES inngest_local.runs (id) ON DELETE CASCADE,
  step_id text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('sleep', 'wait', 'invoke', 'start', 'finish')),
  due_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS timers_due ON inngest_local.timers (due_at);
CREATE INDEX IF NOT EXISTS timers_run ON inngest_local.timers (run_id);

-- Who listens for which event: waitForEvent, waitForSignal and cancelOn.
CREATE TABLE IF NOT EXISTS inngest_local.pauses (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id text NOT NULL REFERENCES inngest_local.runs (id) ON DELETE CASCADE,
  step_id text,
  event_name text NOT NULL,
  expression text,
  match_path text,
  match_value text,
  expires_at timestamptz
);
CREATE INDEX IF NOT EXISTS pauses_event ON inngest_local.pauses (event_name, match_path, match_value);
CREATE INDEX IF NOT EXISTS pauses_run ON inngest_local.pauses (run_id);

CREATE TABLE IF NOT EXISTS inngest_local.debounces (
  function_id text NOT NULL,
  key text NOT NULL,
  event jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  latest_at timestamptz,
  PRIMARY KEY (function_id, key)
);

CREATE TABLE IF NOT EXISTS inngest_local.batches (
  function_id text NOT NULL,
  key text NOT NULL,
  events jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (function_id, key)
);

-- Idempotency keys (until) and the next free start of a throttle (until).
CREATE TABLE IF NOT EXISTS inngest_local.keys (
  kind text NOT NULL,
  function_id text NOT NULL,
  key text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (kind, function_id, key)
);
CREATE INDEX IF NOT EXISTS keys_until ON inngest_local.keys (until);

CREATE TABLE IF NOT EXISTS inngest_local.crons (
  function_id text NOT NULL,
  cron text NOT NULL,
  next_at timestamptz NOT NULL,
  PRIMARY KEY (function_id, cron)
);

-- Each process holds an advisory lock on its id for as long as it lives.
CREATE TABLE IF NOT EXISTS inngest_local.executors (
  id bigint PRIMARY KEY,
  started_at timestamptz NOT NULL DEFAULT now()
);
CREATE SEQUENCE IF NOT EXISTS inngest_local.executor_ids;
`;
