import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness, until } from './testing/harness.ts';

interface FailureContext {
  error: Error;
  event: { data: { event: { data: Record<string, unknown> } } };
}

let harness: Harness;
const failures: Array<{ error: string; order: unknown }> = [];

beforeAll(async () => {
  harness = await startHarness((inngest) => {
    const child = inngest.createFunction({ id: 'child', triggers: { event: 'child' } }, async ({ event, step }) =>
      step.run('double', () => {
        if (event.data.fail) throw new Error('child failed');
        return event.data.number * 2;
      }),
    );
    return [
      child,
      inngest.createFunction({ id: 'counted', triggers: { event: 'counted' } }, () => null),
      inngest.createFunction(
        {
          id: 'filtered',
          triggers: { event: 'filtered', if: 'event.data.total >= 100 && event.data.country != "FR"' },
        },
        ({ event }) => event.data,
      ),
      inngest.createFunction(
        { id: 'wild', triggers: [{ event: 'wild/*' }, { event: 'tame' }] },
        ({ event }) => event.name,
      ),
      inngest.createFunction({ id: 'ticking', triggers: { cron: '* * * * * *' } }, ({ event }) => event.name),
      inngest.createFunction(
        {
          id: 'cancellable',
          triggers: { event: 'order/placed' },
          cancelOn: [{ event: 'order/cancelled', match: 'data.order' }],
        },
        async ({ step }) => {
          await step.sleep('long', '1h');
        },
      ),
      inngest.createFunction(
        {
          id: 'failing',
          retries: 0,
          triggers: { event: 'failing' },
          onFailure: ({ error, event }: FailureContext) => {
            failures.push({ error: error.message, order: event.data.event.data.order });
          },
        },
        async ({ step }) => {
          await step.run('fails', () => {
            throw new Error('gone wrong');
          });
        },
      ),
      inngest.createFunction({ id: 'parent', retries: 0, triggers: { event: 'parent' } }, async ({ event, step }) => {
        const doubled = await step.invoke('ask', { function: child, data: event.data });
        return { doubled };
      }),
      inngest.createFunction(
        { id: 'too-slow', timeouts: { finish: '1s' }, triggers: { event: 'too-slow' } },
        async ({ step }) => step.sleep('long', '1h'),
      ),
      inngest.createFunction(
        { id: 'too-late', concurrency: 1, timeouts: { start: '1s' }, triggers: { event: 'too-late' } },
        async () => new Promise((resolve) => setTimeout(resolve, 1_400)),
      ),
    ];
  });
});
afterAll(() => harness.close());

test('an event with a known id is ignored', async () => {
  const first = await harness.client.send({ id: 'once', name: 'counted', data: {} });
  const second = await harness.client.send({ id: 'once', name: 'counted', data: {} });
  const [third] = (
    await harness.client.send([
      { id: 'once', name: 'counted' },
      { id: 'twice', name: 'counted' },
    ])
  ).ids;
  expect([first.ids, second.ids, third]).toEqual([['once'], ['once'], 'once']);
  const runs = await harness.runsOf('test-counted', 2);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(runs).toHaveLength(2);
});

test('an id is new again after the window', async () => {
  await harness.client.send({ id: 'old', name: 'counted', data: {} });
  await harness.rows(`UPDATE inngest_local.event_ids SET received_at = now() - interval '25 hours' WHERE id = 'old'`);
  await harness.client.send({ id: 'old', name: 'counted', data: {} });
  await harness.runsOf('test-counted', 4);
});

test('a request that the SDK repeats does not double its events', async () => {
  const post = () =>
    fetch(`${harness.local.url}/e/local`, {
      method: 'POST',
      headers: { 'x-inngest-event-id-seed': '1700000000000,c2VlZA==' },
      body: JSON.stringify([
        { name: 'seeded', data: { n: 1 } },
        { name: 'seeded', data: { n: 2 } },
      ]),
    }).then((response) => response.json());
  expect(await post()).toEqual(await post());
  expect(await harness.rows(`SELECT FROM inngest_local.events WHERE name = 'seeded'`)).toHaveLength(2);
});

test('an event whose time lies ahead starts its function then', async () => {
  const ts = Date.now() + 700;
  await harness.client.send({ name: 'tame', ts });
  await harness.runsOf('test-wild');
  expect(Date.now()).toBeGreaterThanOrEqual(ts);
});

test('a trigger filters by expression', async () => {
  await harness.client.send([
    { name: 'filtered', data: { total: 99.5 } },
    { name: 'filtered', data: { total: 200, country: 'FR' } },
    { name: 'filtered', data: { total: 100.5 } },
    { name: 'filtered', data: {} },
  ]);
  expect(await harness.runsOf('test-filtered')).toMatchObject([{ output: { total: 100.5 } }]);
});

test('a trigger may name a family of events', async () => {
  await harness.client.send([{ name: 'wild/boar' }, { name: 'wildfire' }, { name: 'tame' }]);
  const runs = await harness.runsOf('test-wild', 3);
  expect(runs.slice(1).map(({ output }) => output)).toEqual(['wild/boar', 'tame']);
});

test('a cron trigger fires', async () => {
  const runs = await until(async () => {
    const ended = await harness.rows<{ output: string }>(
      `SELECT output FROM inngest_local.runs WHERE function_id = 'test-ticking' AND status = 'Completed'`,
    );
    return ended.length >= 2 && ended;
  }, 'two ticks');
  expect(runs[0]?.output).toBe('inngest/scheduled.timer');
});

test('an event cancels the runs that it matches, even in the same batch', async () => {
  await harness.client.send([
    { name: 'order/placed', data: { order: 1 } },
    { name: 'order/placed', data: { order: 2 } },
    { name: 'order/cancelled', data: { order: 2 } },
  ]);
  await until(
    async () => (await harness.rows(`SELECT FROM inngest_local.timers WHERE kind = 'sleep'`)).length > 0,
    'sleep',
  );
  await harness.client.send({ name: 'order/cancelled', data: { order: 1 } });
  const runs = await harness.runsOf('test-cancellable', 2);
  expect(runs.map(({ status }) => status)).toEqual(['Cancelled', 'Cancelled']);
  expect(await harness.rows(`SELECT FROM inngest_local.pauses WHERE event_name = 'order/cancelled'`)).toEqual([]);
});

test('a failed run calls its failure handler', async () => {
  await harness.client.send({ name: 'failing', data: { order: 'F' } });
  expect(await harness.runsOf('test-failing')).toMatchObject([{ status: 'Failed', error: { message: 'gone wrong' } }]);
  expect(await harness.runsOf('test-failing-failure')).toMatchObject([{ status: 'Completed' }]);
  expect(failures).toEqual([{ error: 'gone wrong', order: 'F' }]);
});

test('invoke hands over the output, and the error', async () => {
  await harness.client.send({ name: 'parent', data: { number: 4 } });
  expect(await harness.runsOf('test-parent')).toMatchObject([{ status: 'Completed', output: { doubled: 8 } }]);
  await harness.client.send({ name: 'parent', data: { fail: true } });
  const runs = await harness.runsOf('test-parent', 2);
  expect(runs[1]).toMatchObject({ status: 'Failed', error: { message: 'child failed' } });
});

test('a run is cancelled when it does not finish or start in time', async () => {
  await harness.client.send([{ name: 'too-slow' }, { name: 'too-late' }, { name: 'too-late' }]);
  expect(await harness.runsOf('test-too-slow')).toMatchObject([
    { status: 'Cancelled', error: { message: 'It did not finish in time' } },
  ]);
  const late = await harness.runsOf('test-too-late', 2);
  expect(late.map(({ status }) => status)).toEqual(['Completed', 'Cancelled']);
});
