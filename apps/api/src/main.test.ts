import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Ten ports in a row of which the last three are free now. */
async function freePortBase(): Promise<number> {
  for (let base = 20_000 + (process.pid % 2_000) * 10; ; base += 10) {
    const free = await Promise.all(
      [7, 9].map(
        (offset) =>
          new Promise<boolean>((resolve) => {
            const server = createServer();
            server.once('error', () => resolve(false));
            server.listen(base + offset, '127.0.0.1', () => server.close(() => resolve(true)));
          }),
      ),
    );
    if (free.every(Boolean)) return base;
  }
}

function start(environment: Record<string, string>): {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  return { child, output: () => output, ended: new Promise((resolve) => child.once('close', resolve)) };
}

const secrets = {
  SESSION_SECRET: 's'.repeat(40),
  INTERNAL_SECRET: 'i'.repeat(40),
  TEST_PAYMENTS_WEBHOOK_SECRET: 't'.repeat(40),
};

test('a wrong variable ends the start with its name and the remedy, and nothing else', async () => {
  const { output, ended } = start({ ...secrets, DATABASE_URL: database.url, SESSION_SECRET: 'short' });
  expect(await ended).toBe(1);
  expect(output()).toBe(
    'SESSION_SECRET must have at least 32 characters. `npm start` makes one and keeps it; by hand: openssl rand -hex 32. Shell and seller need the same.\n',
  );
}, 60_000);

test('starts, registers its functions with signed calls, relays events, and stops when told', async () => {
  const base = await freePortBase();
  const { child, output, ended } = start({
    ...secrets,
    DATABASE_URL: database.url,
    PORT_BASE: String(base),
    INNGEST_SIGNING_KEY: `signkey-prod-${'a1'.repeat(32)}`,
    INNGEST_EVENT_KEY: 'event-key',
    MAILBOX: 'on',
  });
  const url = `http://127.0.0.1:${base + 7}`;
  const get = (path: string) => fetch(`${url}${path}`).catch(() => null);
  await expect.poll(async () => (await get('/readyz'))?.status, { timeout: 40_000, interval: 200 }).toBe(200);

  const response = await fetch(`${url}/api/trpc/identity.register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://localhost:${base}` },
    body: JSON.stringify({ email: 'new@example.com', name: 'New', password: 'a long enough password' }),
  });
  expect(await response.json()).toEqual({ result: { data: { ok: true } } });
  const waiting = () => database.db.prisma.identityOutbox.count({ where: { publishedAt: null } });
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  // The welcome mail is a function's work: event, executor, signed call, mailbox.
  await expect
    .poll(async () => (await get('/mailbox'))?.text(), { timeout: 20_000, interval: 200 })
    .toContain('new@example.com');

  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  const lines = output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; level: number });
  expect(lines.at(-1)?.msg).toBe('stopped');
  expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
}, 90_000);

test('registers with an Inngest server of its own accord, also when that comes up later', async () => {
  const base = await freePortBase();
  const received: string[] = [];
  const { child, ended } = start({
    ...secrets,
    DATABASE_URL: database.url,
    PORT_BASE: String(base),
    INNGEST_BASE_URL: `http://127.0.0.1:${base + 9}`,
    INNGEST_SIGNING_KEY: `signkey-prod-${'a1'.repeat(32)}`,
    INNGEST_EVENT_KEY: 'event-key',
  });
  const ready = async () => (await fetch(`http://127.0.0.1:${base + 7}/readyz`).catch(() => null))?.status;
  await expect.poll(ready, { timeout: 40_000, interval: 200 }).toBe(503);
  const inngest = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
  await new Promise<void>((resolve) => inngest.listen(base + 9, '127.0.0.1', resolve));
  await expect.poll(ready, { timeout: 40_000, interval: 200 }).toBe(200);
  expect(received.some((call) => call.startsWith('POST /fn/register'))).toBe(true);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await new Promise((resolve) => inngest.close(resolve));
}, 90_000);
