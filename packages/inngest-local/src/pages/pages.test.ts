import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness, until } from '../testing/harness.ts';

let harness: Harness;
let calls = 0;

beforeAll(async () => {
  harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'fine', triggers: { event: 'fine' } }, async ({ step }) =>
      step.run('<b>bold</b>', () => {
        calls += 1;
        return { html: '<script>alert(1)</script>' };
      }),
    ),
    inngest.createFunction({ id: 'wrong', retries: 1, triggers: { event: 'wrong' } }, async ({ step }) =>
      step.run('breaks', () => {
        throw new Error('out of <stock>');
      }),
    ),
    inngest.createFunction({ id: 'sleeping', triggers: { event: 'sleeping' } }, async ({ step }) =>
      step.sleep('night', '8h'),
    ),
  ]);
});
afterAll(() => harness.close());

async function page(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${harness.local.url}${path}`);
  return { status: response.status, text: await response.text() };
}

function post(path: string, headers: Record<string, string>) {
  return fetch(`${harness.local.url}${path}`, { method: 'POST', redirect: 'manual', headers });
}

test('lists runs, filters and pages them', async () => {
  await harness.client.send([...Array.from({ length: 60 }, () => ({ name: 'fine' })), { name: 'wrong', data: {} }]);
  await harness.runsOf('test-fine', 60);
  await harness.runsOf('test-wrong');
  const all = (await page('/')).text;
  expect(all.match(/href="\/runs\//g)).toHaveLength(50);
  const older = /href="(\/\?[^"]*before=[^"]+)">Older/.exec(all)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await page(older)).text.match(/href="\/runs\//g)).toHaveLength(11);
  const failed = (await page('/?status=Failed')).text;
  expect(failed.match(/href="\/runs\//g)).toHaveLength(1);
  expect(failed).toContain('out of &lt;stock&gt;');
  expect((await page('/?fn=test-wrong&event=fine')).text).toContain('No runs here');
  expect((await page('/functions')).text).toContain('test-sleeping');
});

test('shows a run with its steps, attempts and errors, escaped', async () => {
  const [fine] = await harness.runsOf('test-fine', 60);
  const text = (await page(`/runs/${fine?.id}`)).text;
  expect(text).toContain('&lt;b&gt;bold&lt;/b&gt;');
  expect(text).toContain('&lt;script&gt;alert(1)');
  expect(text).not.toContain('<script>alert');
  const [wrong] = await harness.runsOf('test-wrong');
  const failed = (await page(`/runs/${wrong?.id}`)).text;
  expect(failed).toContain('2 of 2 attempts');
  expect((await page('/runs/none')).status).toBe(404);
});

test('runs again and cancels, but only for its own page', async () => {
  const [fine] = await harness.runsOf('test-fine', 60);
  const origin = harness.local.url;
  const before = calls;
  expect((await post(`/runs/${fine?.id}/rerun`, {})).status).toBe(403);
  expect((await post(`/runs/${fine?.id}/rerun`, { origin: 'http://elsewhere.test' })).status).toBe(403);
  const again = await post(`/runs/${fine?.id}/rerun`, { origin });
  expect(again.status).toBe(303);
  expect(again.headers.get('location')).not.toBe(`/runs/${fine?.id}`);
  expect(await harness.runsOf('test-fine', 61)).toHaveLength(61);
  expect(calls).toBe(before + 1);

  await harness.client.send({ name: 'sleeping' });
  const [asleep] = await until(async () => {
    const rows = await harness.rows<{ run_id: string }>('SELECT run_id FROM inngest_local.timers');
    return rows.length === 1 && rows;
  }, 'the sleep');
  await post(`/runs/${asleep?.run_id}/cancel`, { origin });
  expect(await harness.runsOf('test-sleeping')).toMatchObject([{ status: 'Cancelled' }]);
  expect(await harness.rows('SELECT FROM inngest_local.timers')).toEqual([]);
});

test('answers no page under a foreign name', async () => {
  const url = new URL(harness.local.url);
  const status = await new Promise<number | undefined>((resolve) => {
    request({ host: url.hostname, port: url.port, path: '/', headers: { host: 'evil.test' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});
