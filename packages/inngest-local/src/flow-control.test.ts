import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness, until } from './testing/harness.ts';

let harness: Harness;
const active: Record<string, number> = {};
const most: Record<string, number> = {};
const started: Array<{ fn: string; data: Record<string, unknown>; at: number }> = [];

/** Counts how many of a name are under way at once. */
async function occupy(name: string, ms: number): Promise<void> {
  active[name] = (active[name] ?? 0) + 1;
  most[name] = Math.max(most[name] ?? 0, active[name]);
  await new Promise((resolve) => setTimeout(resolve, ms));
  active[name] -= 1;
}

beforeAll(async () => {
  harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'limited', concurrency: 2, triggers: { event: 'limited' } }, async ({ step }) =>
      step.run('work', () => occupy('limited', 40)),
    ),
    inngest.createFunction(
      {
        id: 'per-seller',
        concurrency: [{ limit: 1, key: 'event.data.seller' }, { limit: 3 }],
        triggers: { event: 'per-seller' },
      },
      async ({ event, step }) =>
        step.run('work', () => Promise.all([occupy(`seller-${event.data.seller}`, 30), occupy('per-seller', 30)])),
    ),
    inngest.createFunction(
      { id: 'debounced', debounce: { key: 'event.data.product', period: '1s' }, triggers: { event: 'debounced' } },
      ({ event }) => event.data,
    ),
    inngest.createFunction(
      { id: 'debounced-latest', debounce: { period: '1s', timeout: '2s' }, triggers: { event: 'debounced-latest' } },
      ({ event }) => event.data,
    ),
    inngest.createFunction(
      { id: 'rated', rateLimit: { key: 'event.data.user', limit: 2, period: '1m' }, triggers: { event: 'rated' } },
      () => null,
    ),
    inngest.createFunction(
      { id: 'throttled', throttle: { limit: 10, period: '1s' }, triggers: { event: 'throttled' } },
      ({ event }) => {
        started.push({ fn: 'throttled', data: event.data, at: Date.now() });
      },
    ),
    inngest.createFunction(
      { id: 'bursting', throttle: { limit: 1, period: '10s', burst: 3 }, triggers: { event: 'bursting' } },
      () => null,
    ),
    inngest.createFunction(
      {
        id: 'batched',
        batchEvents: { maxSize: 3, timeout: '1s', key: 'event.data.shop' },
        triggers: { event: 'batched' },
      },
      ({ events }) => events.map((event: { data: Record<string, unknown> }) => event.data.number),
    ),
    inngest.createFunction(
      { id: 'idempotent', idempotency: 'event.data.order', triggers: { event: 'idempotent' } },
      ({ event }) => event.data.order,
    ),
    inngest.createFunction(
      {
        id: 'singleton-skip',
        singleton: { key: 'event.data.key', mode: 'skip' },
        triggers: { event: 'singleton' },
      },
      async ({ step }) => step.waitForEvent('end', { event: 'end-singleton', timeout: '1h' }).then(() => 'ended'),
    ),
    inngest.createFunction(
      { id: 'singleton-cancel', singleton: { mode: 'cancel' }, triggers: { event: 'singleton' } },
      async ({ step }) => step.waitForEvent('end', { event: 'end-singleton', timeout: '1h' }).then(() => 'ended'),
    ),
    inngest.createFunction(
      {
        id: 'prioritised',
        concurrency: 1,
        priority: { run: 'event.data.urgent ? 300 : 0' },
        triggers: { event: 'prioritised' },
      },
      async ({ event }) => {
        started.push({ fn: 'prioritised', data: event.data, at: Date.now() });
        await occupy('prioritised', 20);
      },
    ),
  ]);
});
afterAll(() => harness.close());

const send = (name: string, many: Array<Record<string, unknown>>) =>
  harness.client.send(many.map((data) => ({ name, data })));

test('runs no more calls of a function at once than its limit', async () => {
  await send(
    'limited',
    Array.from({ length: 10 }, (_, number) => ({ number })),
  );
  await harness.runsOf('test-limited', 10);
  expect(most.limited).toBe(2);
});

test('limits by key and in total', async () => {
  const sellers = ['a', 'b', 'c', 'd', 'e'];
  await send(
    'per-seller',
    [...sellers, ...sellers, ...sellers].map((seller) => ({ seller })),
  );
  await harness.runsOf('test-per-seller', 15);
  for (const seller of sellers) expect(most[`seller-${seller}`]).toBe(1);
  expect(most['per-seller']).toBe(3);
});

test('debounce runs once per key with the last event, after the quiet period', async () => {
  const begin = Date.now();
  await send(
    'debounced',
    [1, 2, 3].map((version) => ({ product: 'p', version })),
  );
  await send('debounced', [{ product: 'q', version: 9 }]);
  const runs = await harness.runsOf('test-debounced', 2);
  expect(Date.now() - begin).toBeGreaterThanOrEqual(990);
  expect(runs.map(({ output }) => output)).toEqual(
    expect.arrayContaining([
      { product: 'p', version: 3 },
      { product: 'q', version: 9 },
    ]),
  );
  expect(runs).toHaveLength(2);
});

test('debounce does not wait past its timeout', async () => {
  const begin = Date.now();
  while (Date.now() - begin < 2_600) {
    await send('debounced-latest', [{ at: Date.now() - begin }]);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const [first] = await harness.runsOf('test-debounced-latest', 1);
  const { at } = (first?.output ?? { at: Number.NaN }) as { at: number };
  expect(at).toBeLessThan(2_100);
});

test('rate limit drops what is beyond it, by key', async () => {
  await send('rated', [{ user: 1 }, { user: 1 }, { user: 1 }, { user: 2 }]);
  await send('rated', [{ user: 1 }, { user: 2 }, { user: 2 }]);
  const runs = await harness.runsOf('test-rated', 4);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(runs).toHaveLength(4);
});

test('throttle spreads starts and drops nothing', async () => {
  const sent = Date.now();
  await send(
    'throttled',
    Array.from({ length: 8 }, (_, number) => ({ number })),
  );
  await harness.runsOf('test-throttled', 8);
  const times = started.filter(({ fn }) => fn === 'throttled').map(({ at }) => at - sent);
  expect(times).toHaveLength(8);
  for (const [place, time] of times.toSorted((left, right) => left - right).entries()) {
    expect(time).toBeGreaterThanOrEqual(place * 100 - 5);
  }
});

test('a burst may start at once', async () => {
  await send('bursting', [{}, {}, {}, {}]);
  await until(async () => {
    const ended = await harness.rows(
      `SELECT FROM inngest_local.runs WHERE function_id = 'test-bursting' AND ended_at IS NOT NULL`,
    );
    return ended.length === 3;
  }, 'three starts');
  const [waiting] = await harness.rows<{ wait: number }>(
    `SELECT extract(epoch FROM visible_at - now())::float8 AS wait FROM inngest_local.jobs JOIN inngest_local.runs run
     ON run.id = run_id WHERE function_id = 'test-bursting'`,
  );
  expect(waiting?.wait).toBeGreaterThan(8);
});

test('batches by size and by time, per key', async () => {
  await send(
    'batched',
    [1, 2, 3, 4].map((number) => ({ number, shop: 'x' })),
  );
  await send('batched', [{ number: 7, shop: 'y' }]);
  const runs = await harness.runsOf('test-batched', 3);
  expect(runs.map(({ output }) => output)).toEqual(expect.arrayContaining([[1, 2, 3], [4], [7]]));
});

test('an idempotency key runs once', async () => {
  await send('idempotent', [{ order: 'A' }, { order: 'A' }, { order: 'B' }]);
  await send('idempotent', [{ order: 'A' }]);
  const runs = await harness.runsOf('test-idempotent', 2);
  expect(runs.map(({ output }) => output).toSorted()).toEqual(['A', 'B']);
});

test('a singleton skips the new run or cancels the old', async () => {
  await send('singleton', [{ key: 1 }]);
  await until(
    async () =>
      (await harness.rows(`SELECT FROM inngest_local.pauses WHERE event_name = 'end-singleton'`)).length === 2,
    'waits',
  );
  await send('singleton', [{ key: 1 }, { key: 2 }]);
  await until(
    async () =>
      (await harness.rows(`SELECT FROM inngest_local.pauses WHERE event_name = 'end-singleton'`)).length === 3 &&
      (await harness.rows(`SELECT FROM inngest_local.runs WHERE function_id = 'test-singleton-cancel'`)).length === 3,
    'new waits',
  );
  await send('end-singleton', [{}]);
  expect(await harness.runsOf('test-singleton-skip', 2)).toMatchObject([
    { status: 'Completed' },
    { status: 'Completed' },
  ]);
  const cancelled = await harness.runsOf('test-singleton-cancel', 3);
  expect(cancelled.map(({ status }) => status).toSorted()).toEqual(['Cancelled', 'Cancelled', 'Completed']);
});

test('priority lets a run overtake', async () => {
  await send('prioritised', [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4, urgent: true }]);
  await harness.runsOf('test-prioritised', 4);
  const order = started.filter(({ fn }) => fn === 'prioritised').map(({ data }) => data.n);
  expect(order.indexOf(4)).toBeLessThanOrEqual(1);
});
