import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAnalytics } from '../index.ts';
import type { BehaviourSink, StoredBehaviour } from '../ports.ts';

const clock = fixedClock('2026-06-14T12:00:00Z');
const owners = { sellersOfProducts: async () => new Map<string, string>() };
let base: TestDatabase;

beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.close());
beforeEach(async () => {
  await base.db.pool.query('truncate analytics.behaviour_events, analytics.sink_positions');
});

const analyticsWith = (...sinks: BehaviourSink[]) =>
  createAnalytics({ db: base.db, owners, currency: 'GBP', clock, sinks });
function sinkOf(name: string, write: (events: readonly StoredBehaviour[]) => Promise<void> = async () => undefined) {
  const taken: string[] = [];
  const sink: BehaviourSink = {
    name,
    write: async (events) => {
      await write(events);
      taken.push(...events.map(({ path }) => path));
    },
  };
  return { sink, taken };
}
async function visit(...paths: string[]): Promise<void> {
  const events = paths.map((path) => ({
    id: newId(),
    type: 'page_view' as const,
    at: '2026-06-14T11:00:00.000Z',
    path,
  }));
  for (let from = 0; from < events.length; from += 50) {
    await analyticsWith().track({ visitorId: null, events: events.slice(from, from + 50) });
  }
}

test('each sink gets every event once, in the order of arrival, and then what came since', async () => {
  const [one, two] = [sinkOf('one'), sinkOf('two')];
  const analytics = analyticsWith(one.sink, two.sink);
  expect(analytics.sinks).toEqual(['one', 'two']);
  await visit('/a', '/b');
  expect(await analytics.feedSink('one')).toEqual({ sent: 2, done: true });
  expect(await analytics.feedSink('one')).toEqual({ sent: 0, done: true });
  await visit('/c');
  await analytics.feedSink('one');
  await analytics.feedSink('two');
  expect(one.taken).toEqual(['/a', '/b', '/c']);
  expect(two.taken).toEqual(['/a', '/b', '/c']);
});

test('what a sink did not take comes again, to that sink alone', async () => {
  let down = true;
  const failing = sinkOf('failing', async () => {
    if (down) throw new Error('the stream is down');
  });
  const fine = sinkOf('fine');
  const analytics = analyticsWith(failing.sink, fine.sink);
  await visit('/a');
  await expect(analytics.feedSink('failing')).rejects.toThrow('the stream is down');
  expect(await analytics.feedSink('fine')).toEqual({ sent: 1, done: true });
  down = false;
  await visit('/b');
  expect(await analytics.feedSink('failing')).toEqual({ sent: 2, done: true });
  expect([failing.taken, fine.taken]).toEqual([['/a', '/b'], ['/a']]);
});

test('fed twice at the same time, a sink may see events again but misses none', async () => {
  const both = sinkOf('both');
  const analytics = analyticsWith(both.sink);
  await visit(...Array.from({ length: 120 }, (_, index) => `/${index}`));
  await Promise.all([analytics.feedSink('both'), analytics.feedSink('both'), analytics.feedSink('both')]);
  expect(await analytics.feedSink('both')).toEqual({ sent: 0, done: true });
  expect(new Set(both.taken).size).toBe(120);
});

test('events that come in while a sink is slow are neither held up nor lost', async () => {
  let wrote = 0;
  const slow = sinkOf('slow', async () => {
    wrote += 1;
    if (wrote === 1) await visit('/late');
  });
  await visit('/early');
  expect(await analyticsWith(slow.sink).feedSink('slow')).toEqual({ sent: 2, done: true });
  expect(slow.taken).toEqual(['/early', '/late']);
});

test('a sink that is not configured any more is nothing to do', async () => {
  expect(await analyticsWith().feedSink('gone')).toEqual({ sent: 0, done: true });
});
