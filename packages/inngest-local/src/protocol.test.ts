import { Inngest } from 'inngest';
import { afterEach, expect, test } from 'vitest';
import { canonicalJson, sign, verify } from './signing.ts';
import { startInngestLocal } from './start.ts';
import { type Harness, startHarness, until } from './testing/harness.ts';
import { serveApp } from './testing/serve-app.ts';

const signingKey = `signkey-test-${'ab12'.repeat(16)}`;
let harness: Harness | undefined;
afterEach(async () => {
  await harness?.close();
  harness = undefined;
});

const linear =
  (seen: string[] = []) =>
  (inngest: Inngest) => [
    inngest.createFunction({ id: 'linear', triggers: { event: 'linear' } }, async ({ step }) => {
      await step.run('one', () => seen.push('one'));
      return step.run('two', () => 'done');
    }),
  ];

test('speaks with an app that demands signatures', async () => {
  harness = await startHarness(linear(), { signingKey, cloudMode: true, eventKey: 'the-event-key' });
  await harness.client.send({ name: 'linear' });
  expect(await harness.runsOf('test-linear')).toMatchObject([{ status: 'Completed', output: 'done' }]);
  expect(harness.calls[0]?.headers['x-inngest-signature']).toMatch(/^t=\d+&s=[0-9a-f]{64}$/);
});

test('refuses keys that are not its own', async () => {
  harness = await startHarness(linear(), { signingKey, cloudMode: true, eventKey: 'the-event-key' });
  const post = (path: string, authorization?: string) =>
    fetch(`${harness?.local.url}${path}`, {
      method: 'POST',
      headers: authorization ? { authorization } : {},
      body: JSON.stringify({ name: 'linear', data: {} }),
    });
  expect((await post('/e/another-key')).status).toBe(401);
  expect((await post('/fn/register')).status).toBe(401);
  expect((await post('/v1/checkpoint/x/async', 'Bearer signkey-test-00')).status).toBe(401);
  expect(await harness.rows('SELECT FROM inngest_local.events')).toEqual([]);
});

test('does not believe an answer whose signature is wrong', async () => {
  const body = canonicalJson({ b: [1, { z: null, a: 'é' }], a: 1.5 });
  expect(body).toBe('{"a":1.5,"b":[1,{"a":"é","z":null}]}');
  const now = Date.now();
  const signature = sign(body, signingKey, now);
  expect(verify(body, signingKey, signature, now)).toBe(true);
  expect(verify(`${body} `, signingKey, signature, now)).toBe(false);
  expect(verify(body, signingKey, signature, now + 6 * 60_000)).toBe(false);
});

test('sends what the SDK expects, and checkpoints save the calls between steps', async () => {
  harness = await startHarness(linear());
  await harness.client.send({ name: 'linear' });
  await harness.runsOf('test-linear');
  // Both steps ran within one call: the SDK reported the first through a checkpoint.
  expect(harness.calls).toHaveLength(1);
  expect(harness.calls[0]).toMatchObject({
    fnId: 'test-linear',
    stepId: 'step',
    headers: { 'x-inngest-server-kind': 'dev', 'x-run-id': expect.any(String), 'x-inngest-generation-id': '1' },
  });
});

test('refuses reports from a call that was taken over', async () => {
  const seen: string[] = [];
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let entered = 0;
  harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'linear', triggers: { event: 'linear' } }, async ({ step }) => {
      const me = await step.run('one', async () => {
        entered += 1;
        const mine = entered;
        if (mine === 1) await gate;
        return mine;
      });
      return step.run('two', () => seen.push(`two after ${me}`) && me);
    }),
  ]);
  await harness.client.send({ name: 'linear' });
  await until(async () => entered === 1, 'the first call');
  await harness.rows('UPDATE inngest_local.jobs SET token = token + 1, owner = NULL, visible_at = now()');
  const [run] = await harness.runsOf('test-linear');
  expect(run).toMatchObject({ status: 'Completed', output: 2 });
  release();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(seen).toEqual(['two after 2']);
});

test('registers an app that posts its functions, and notices changed functions', async () => {
  harness = await startHarness(linear(), { syncMs: 100 });
  const before = harness;
  const body = {
    url: before.appUrl.replace('127.0.0.1', 'localhost'),
    appName: 'test',
    functions: [{ id: 'test-other', name: 'other', triggers: [{ event: 'x' }], steps: {} }],
  };
  const register = (url: string) =>
    fetch(`${before.local.url}/fn/register`, { method: 'POST', body: JSON.stringify({ ...body, url }) });
  expect(await (await register(body.url)).json()).toEqual({ status: 200, modified: true });
  expect((await register('http://127.0.0.1:1/elsewhere')).status).toBe(400);
  // The next sync asks the app itself, which has other functions.
  await until(async () => {
    const rows = await before.rows<{ id: string; archived: boolean }>(
      'SELECT id, archived FROM inngest_local.functions WHERE NOT archived',
    );
    return rows.length === 1 && rows[0]?.id === 'test-linear';
  }, 'the functions of the app');
});

test('keeps events that arrive before their app is up', async () => {
  harness = await startHarness(linear());
  const { database } = harness;
  const client = new Inngest({ id: 'late', isDev: true, eventKey: 'local' });
  const probe = await serveApp(client, []);
  const port = Number(new URL(probe.url).port);
  await new Promise((resolve) => probe.server.close(resolve));
  const local = await startInngestLocal({ databaseUrl: database.url, port: 0, appUrls: [harness.appUrl, probe.url] });
  await harness.local.close();
  try {
    await fetch(`${local.url}/e/local`, { method: 'POST', body: JSON.stringify({ name: 'late', data: {} }) });
    const functions = [client.createFunction({ id: 'late', triggers: { event: 'late' } }, () => 'in time')];
    const app = await serveApp(client, functions, () => {}, port);
    expect(await harness.runsOf('late-late')).toMatchObject([{ status: 'Completed', output: 'in time' }]);
    app.server.closeAllConnections();
    app.server.close();
  } finally {
    await local.close();
  }
});

test('answers bad requests with a reason', async () => {
  harness = await startHarness(linear());
  const post = async (path: string, body: string) => {
    const response = await fetch(`${harness?.local.url}${path}`, { method: 'POST', body });
    return { status: response.status, body: await response.json() };
  };
  expect(await post('/e/local', '{')).toMatchObject({ status: 400 });
  expect(await post('/e/local', '{"data":{}}')).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('name') },
  });
  expect(await post('/v1/checkpoint/none/async', '{"qi_id":"1.1","steps":[]}')).toMatchObject({ status: 409 });
  expect(await post('/v1/signals', '{"signal":"nobody"}')).toMatchObject({ status: 404 });
  expect(await post('/nowhere', '{}')).toMatchObject({ status: 404 });
  expect((await fetch(`${harness.local.url}/health`)).status).toBe(200);
});
