import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';
import { createKillDrill } from '../testing/kill-drill.ts';
import { createEventLimit } from './event-limit.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36';
const view = () => ({ id: newId(), type: 'page_view', at: new Date().toISOString(), path: '/' });
const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': browser, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

let api: ApiFixture;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test('refusals say what is wrong; nothing of a bad batch is kept; no cookie is set', async () => {
  const bad: [unknown, number, string?][] = [
    ['{', 400],
    [{}, 400, 'events_malformed'],
    ['no object', 400],
    [{ v: 1, visitorId: null, events: [view(), { ...view(), type: 'nonsense' }] }, 400, 'events_malformed'],
    [{ v: 1, visitorId: null, events: Array.from({ length: 51 }, view) }, 400, 'events_malformed'],
    [{ v: 1, visitorId: null, events: [{ ...view(), path: 'x'.repeat(60_000) }] }, 413],
  ];
  for (const [body, status, reason] of bad) {
    const answer = await post(api.url, body);
    expect(answer.status).toBe(status);
    if (reason) expect(await answer.json()).toMatchObject({ error: { reason } });
  }
  const none = await api.database.db.pool.query('select 1 from analytics.behaviour_events');
  expect(none.rows).toEqual([]);
  const answer = await post(api.url, { v: 1, visitorId: null, events: [view()] }, { cookie: 'mh_cart=abc' });
  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({ accepted: 1 });
  expect(answer.headers.get('set-cookie')).toBeNull();
  const { rows } = await api.database.db.pool.query('select visitor_id, device from analytics.behaviour_events');
  expect(rows).toEqual([{ visitor_id: null, device: 'desktop' }]);
});

test('one address may tell so much a minute, and hears when to come again', () => {
  let time = 0;
  const limit = createEventLimit(() => time);
  for (let batch = 0; batch < 120; batch += 1) expect(limit('10.0.0.1', 50)).toBe(0);
  expect(limit('10.0.0.1', 1)).toBe(60);
  expect(limit('10.0.0.2', 1)).toBe(0);
  time = 60_000;
  expect(limit('10.0.0.1', 1)).toBe(0);
});

test('whatever was acknowledged before a kill is there, and what is told again is there once', async () => {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'mallhive-events-'));
  const drill = await createKillDrill(database, dataDir);
  const acknowledged: string[] = [];
  const unsure: { events: { id: string }[] }[] = [];
  try {
    for (let round = 0; round < 3; round += 1) {
      await drill.start();
      let killed = false;
      const tellers = Array.from({ length: 8 }, async () => {
        while (!killed && unsure.length < 200) {
          const body = { v: 1, visitorId: newId(), events: Array.from({ length: 10 }, view) };
          const answer = await post(drill.url, body).catch(() => null);
          if (answer?.status === 202) acknowledged.push(...body.events.map(({ id }) => id));
          else {
            unsure.push(body);
            return;
          }
        }
      });
      await sleep(200 + Math.random() * 400);
      const stopped = drill.stop('SIGKILL');
      killed = true;
      await stopped;
      await Promise.all(tellers);
    }
    await drill.start();
    for (const body of unsure) {
      expect((await post(drill.url, body)).status).toBe(202);
      acknowledged.push(...body.events.map(({ id }) => id));
    }
  } finally {
    await drill.stop('SIGTERM');
  }
  const { rows } = await database.db.pool.query('select id from analytics.behaviour_events');
  expect(acknowledged.length).toBeGreaterThan(500);
  expect(rows).toHaveLength(acknowledged.length);
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(acknowledged));
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
}, 120_000);
