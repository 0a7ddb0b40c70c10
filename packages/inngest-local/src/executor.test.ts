import { Inngest } from 'inngest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startExecutor } from './executor.ts';
import { renewLeases } from './leases.ts';
import { settingsFrom } from './options.ts';
import { prune } from './prune.ts';
import { startInngestLocal } from './start.ts';
import { type Harness, startHarness, until } from './testing/harness.ts';
import { serveApp } from './testing/serve-app.ts';

let harness: Harness;
const begun: Record<string, number> = {};
let open: Array<() => void> = [];

beforeAll(async () => {
  harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'quick', triggers: { event: 'quick' } }, ({ event }) => {
      begun[event.id ?? ''] = Date.now();
    }),
    inngest.createFunction({ id: 'gated', triggers: { event: 'gated' } }, async ({ step }) => {
      await step.run('wait', () => new Promise<void>((resolve) => open.push(resolve)));
      return step.run('then', () => 'through');
    }),
    inngest.createFunction({ id: 'stepped', triggers: { event: 'stepped' } }, async ({ step }) => {
      await step.run('one', () => 1);
      await step.run('two', () => 2);
      await step.run('three', () => 3);
    }),
  ]);
});
afterAll(() => harness.close());

test('calls the function within 100 ms of the event', async () => {
  const delays: number[] = [];
  for (let index = 0; index < 20; index += 1) {
    const id = `quick-${index}`;
    const sent = Date.now();
    await harness.client.send({ id, name: 'quick' });
    await until(async () => begun[id] !== undefined, 'the call');
    delays.push((begun[id] ?? 0) - sent);
  }
  const median = delays.toSorted((left, right) => left - right)[10] ?? 0;
  console.info(`event to call: median ${median} ms, slowest ${Math.max(...delays)} ms`);
  expect(median).toBeLessThan(100);
});

test('works through many runs', async () => {
  const count = 200;
  const began = Date.now();
  await harness.client.send(Array.from({ length: count }, (_, n) => ({ name: 'stepped', data: { n } })));
  const runs = await harness.runsOf('test-stepped', count);
  const perSecond = Math.round((count * 1_000) / (Date.now() - began));
  console.info(`${perSecond} runs of 3 steps a second`);
  expect(runs.every(({ status }) => status === 'Completed')).toBe(true);
  expect(
    await harness.rows(`SELECT FROM inngest_local.steps JOIN inngest_local.runs run ON run.id = run_id
    WHERE function_id = 'test-stepped'`),
  ).toHaveLength(3 * count);
});

test('a second process takes over at once from one that lost its connections', async () => {
  open = [];
  await harness.client.send({ name: 'gated' });
  await until(async () => open.length === 1, 'the call');
  const [holder] = await harness.rows<{ owner: string }>('SELECT owner FROM inngest_local.jobs');
  const second = await startInngestLocal({ databaseUrl: harness.database.url, port: 0, appUrls: [harness.appUrl] });
  try {
    // What the death of a process looks like to the database.
    await harness.rows(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid::text = $1`,
      [holder?.owner],
    );
    await until(async () => open.length === 2, 'the second call', 5_000);
    for (const each of open) each();
    expect(await harness.runsOf('test-gated')).toMatchObject([{ status: 'Completed', output: 'through' }]);
    const [step] = await harness.rows<{ history: unknown[] }>(
      `SELECT history FROM inngest_local.steps WHERE name = 'wait'`,
    );
    expect(step?.history).toHaveLength(1);
  } finally {
    await second.close();
  }
});

test('closing waits for the calls under way and leaves nothing behind', async () => {
  open = [];
  await harness.client.send({ name: 'gated' });
  await until(async () => open.length === 1, 'the call');
  const closing = harness.restart();
  setTimeout(() => open[0]?.(), 100);
  await closing;
  const runs = await harness.runsOf('test-gated', 2);
  expect(runs[1]).toMatchObject({ status: 'Completed', output: 'through' });
  expect(open).toHaveLength(1);
  expect(await harness.rows('SELECT FROM inngest_local.executors')).toHaveLength(1);
});

test('an app that goes away under a call costs no attempt', async () => {
  let entered = 0;
  const attempts: number[] = [];
  const client = new Inngest({ id: 'mortal', isDev: true, eventKey: 'local', baseUrl: harness.local.url });
  const functions = [
    client.createFunction({ id: 'mortal', retries: 0, triggers: { event: 'mortal' } }, async ({ step, attempt }) => {
      attempts.push(attempt);
      return step.run('live', () => {
        entered += 1;
        return entered === 1 ? new Promise(() => {}) : 'alive';
      });
    }),
  ];
  const app = await serveApp(client, functions);
  const local = await startInngestLocal({ databaseUrl: harness.database.url, port: 0, appUrls: [app.url] });
  try {
    await until(async () => (await harness.rows('SELECT FROM inngest_local.apps')).length === 2, 'the second app');
    await harness.rows('SELECT pg_notify($1, $2)', ['inngest_local', '0:functions']);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await fetch(`${local.url}/e/local`, { method: 'POST', body: '{"name":"mortal"}' });
    await until(async () => entered === 1, 'the call');
    app.server.closeAllConnections();
    await new Promise((resolve) => app.server.close(resolve));
    await until(
      async () => (await harness.rows('SELECT FROM inngest_local.jobs WHERE lost_calls > 1')).length === 1,
      'losses',
    );
    const again = await serveApp(client, functions, () => {}, Number(new URL(app.url).port));
    expect(await harness.runsOf('mortal-mortal')).toMatchObject([{ status: 'Completed', output: 'alive' }]);
    expect(attempts.every((attempt) => attempt === 0)).toBe(true);
    again.server.closeAllConnections();
    again.server.close();
  } finally {
    await local.close();
  }
});

test('a heartbeat does not put off a retry', async () => {
  open = [];
  await harness.client.send({ name: 'gated' });
  await until(async () => open.length === 1, 'the call');
  const [row] = await harness.rows<{ id: string; token: string }>(
    "UPDATE inngest_local.jobs SET owner = NULL, visible_at = now() + interval '1 second' RETURNING id, token",
  );
  const job = { id: row?.id ?? '', token: row?.token ?? '', runId: '', stepId: '', attempt: 0, lostCalls: 0 };
  await renewLeases(harness.pool, [job], 60_000);
  const [after] = await harness.rows<{ wait: number }>(
    'SELECT extract(epoch FROM visible_at - now())::float8 AS wait FROM inngest_local.jobs',
  );
  expect(after?.wait).toBeLessThan(1.1);
  await until(async () => open.length === 2, 'the second call');
  for (const each of open) each();
  await harness.runsOf('test-gated', 3);
});

test('prunes what is older than the retention, and nothing that is under way', async () => {
  open = [];
  await harness.client.send({ id: 'under-way', name: 'gated' });
  await until(async () => open.length === 1, 'the call');
  await harness.rows(
    `UPDATE inngest_local.runs SET created_at = now() - interval '30 days', ended_at = ended_at - interval '30 days'`,
  );
  await harness.rows(`UPDATE inngest_local.events SET received_at = now() - interval '30 days'`);
  const settings = settingsFrom({ port: 0, appUrls: [] });
  const other = await startExecutor(harness.pool, settings);
  try {
    // It prunes when it starts, too: whichever is first.
    await prune(other.engine);
    await until(async () => (await harness.rows('SELECT FROM inngest_local.events')).length === 0, 'no old event');
    await until(async () => (await harness.rows('SELECT FROM inngest_local.runs')).length === 1, 'no old run');
  } finally {
    await other.stop();
  }
  expect(await harness.rows(`SELECT event_name FROM inngest_local.runs`)).toEqual([{ event_name: 'gated' }]);
  open[0]?.();
  await harness.runsOf('test-gated');
});
