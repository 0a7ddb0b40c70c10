import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';

let api: ApiFixture;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test('a wrong or missing variable is named, with what to do', () => {
  const wrong = {
    SESSION_SECRET: 'short',
    INTERNAL_SECRET: 'x'.repeat(32),
    TEST_PAYMENTS_WEBHOOK_SECRET: 'x'.repeat(16),
  };
  expect(() => readConfig({ ...wrong, DATABASE_URL: 'mysql://x' })).toThrow(ConfigError);
  expect(() => readConfig({ ...wrong, DATABASE_URL: 'mysql://x' })).toThrow(
    /DATABASE_URL must begin with postgresql:\/\/\..*\n?.*SESSION_SECRET must have at least 32 characters.*openssl/s,
  );
  expect(() => readConfig({ ...wrong, SESSION_SECRET: 'y'.repeat(32), MALLHIVE_DATA_DIR: '/nonexistent' })).toThrow(
    /DATABASE_URL is missing/,
  );
});

test('alive at once; ready only when the functions are registered', async () => {
  expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ status: 'ok' });
  const waiting = await fetch(`${api.url}/readyz`);
  expect(waiting.status).toBe(503);
  expect(await waiting.json()).toEqual({
    status: 'unavailable',
    checks: { database: 'ok', migrations: 'ok', inngest: 'the functions are not registered yet' },
  });
});

test('metrics tell of procedures, pool, outbox and event loop', async () => {
  await api.query('identity.me');
  const text = await (await fetch(`${api.url}/metrics`)).text();
  expect(text).toMatch(/mallhive_procedure_duration_seconds_count\{.*procedure="identity.me".*\} \d/);
  for (const name of [
    'mallhive_db_connections',
    'mallhive_outbox_lag_seconds',
    'nodejs_eventloop_lag_seconds',
    'mallhive_public_cache_requests_total',
  ])
    expect(text).toContain(name);
});

test('an address that is not there is a typed 404', async () => {
  const response = await fetch(`${api.url}/nowhere`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { reason: 'not_found' } });
});

test('a webhook without a good signature is refused before it is read', async () => {
  const post = (path: string, body: string, type = 'application/json') =>
    fetch(`${api.url}${path}`, { method: 'POST', headers: { 'content-type': type }, body });
  expect((await post('/webhooks/test', '{not json')).status).toBe(400);
  expect((await post('/webhooks/test', '{}', 'text/plain')).status).toBe(400);
  expect((await post('/webhooks/nobody', '{}')).status).toBe(422);
  expect((await post('/webhooks/test', 'x'.repeat(1_100_000))).status).toBe(413);
});
