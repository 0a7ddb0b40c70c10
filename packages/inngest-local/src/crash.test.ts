import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { build } from 'esbuild';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from './testing/harness.ts';

const orders = 200;
const kills = 50;
const maxEffectsOfALife = 50;
const stepsPerOrder = ['reserve', 'charge', 'mail-buyer', 'mail-seller', 'pick', 'hand-over', 'settle', 'count'];
const source = fileURLToPath(new URL('./testing/crash-child.ts', import.meta.url));

/** A small generator with a seed (mulberry32), so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

let database: TestDatabase;
let pool: Pool;
const children = new Set<ChildProcess>();

let folder: string;
let script: string;

beforeAll(async () => {
  // Bundled once, because it starts more than fifty times.
  folder = await mkdtemp(join(tmpdir(), 'crash-'));
  script = join(folder, 'child.mjs');
  await build({
    entryPoints: [source],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 3 });
  // Dropping the database at the end cuts off what is still closing.
  pool.on('error', () => {});
  await pool.query(`
    CREATE TABLE crash_effects (order_id int, step text, PRIMARY KEY (order_id, step));
    CREATE TABLE crash_log (order_id int, step text, at timestamptz DEFAULT clock_timestamp());`);
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await pool.end();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Loads everything and waits for the word to start, so that a kill is followed by the next process at once. */
function prepare(ports: readonly number[]): ChildProcess {
  const child = spawn(process.execPath, [script, database.url, ...ports.map(String)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function executions(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM crash_log');
  return rows[0]?.count ?? 0;
}

async function says(child: ChildProcess, word: string): Promise<void> {
  for (;;) {
    const [text] = await once(child.stdout as NodeJS.ReadableStream, 'data');
    if (String(text).includes(word)) return;
  }
}

test('50 kills at random points of 200 orders lose none and repeat no completed step', {
  timeout: 300_000,
}, async () => {
  const seed = Math.trunc(Math.random() * 2 ** 31);
  const random = randomFrom(seed);
  const ports = [await freePort(), await freePort()];
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  // Whoever places an order repeats it under the same id until it is acknowledged.
  async function place(order: number): Promise<void> {
    const body = JSON.stringify({ id: `order-${order}`, name: 'placed', data: { order } });
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${ports[0]}/e/local`, { method: 'POST', body }).catch(
        () => undefined,
      );
      if (answer?.ok) return;
      await pause(20);
    }
  }

  const placing: Promise<void>[] = [];
  const ready = (): { child: ChildProcess; loaded: Promise<void> } => {
    const child = prepare(ports);
    return { child, loaded: says(child, 'loaded') };
  };
  const standby = [ready(), ready()];
  let placed = 0;
  for (let kill = 0; kill <= kills; kill += 1) {
    const { child, loaded } = standby.shift() ?? ready();
    if (kill < kills - 1) standby.push(ready());
    await loaded;
    const started = says(child, 'ready');
    child.stdin?.write('go\n');
    await started;
    if (kill === kills) break;
    const due = Math.round((orders * (kill + 1)) / kills);
    for (; placed < due; placed += 1) placing.push(place(placed));
    // Random points of the work, not of the clock: a loaded machine does less between two kills.
    const goal = (await executions()) + Math.floor(random() * maxEffectsOfALife);
    const deadline = Date.now() + 1_500;
    while ((await executions()) < goal && Date.now() < deadline) await pause(5);
    await pause(random() * 25);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await Promise.all(placing);

  await until(
    async () => {
      const { rows } = await pool.query<{ done: number }>(
        `SELECT count(*)::int AS done FROM inngest_local.runs WHERE ended_at IS NOT NULL`,
      );
      return rows[0]?.done === 3 * orders;
    },
    'the end of every run',
    120_000,
  );

  const runs = await pool.query<{ function_id: string; status: string; runs: number }>(
    'SELECT function_id, status, count(*)::int AS runs FROM inngest_local.runs GROUP BY 1, 2 ORDER BY 1',
  );
  expect(runs.rows).toEqual(
    ['crash-count-shipment', 'crash-place-order', 'crash-ship'].map((function_id) => ({
      function_id,
      status: 'Completed',
      runs: orders,
    })),
  );
  const effects = await pool.query('SELECT FROM crash_effects');
  expect(effects.rowCount).toBe(orders * stepsPerOrder.length);
  // An execution that began after its step was acknowledged would be a repeated effect.
  const repeated = await pool.query(
    `SELECT log.order_id, log.step, log.at, step.ended_at
     FROM crash_log log
     JOIN inngest_local.runs run ON (run.events -> 0 -> 'data' ->> 'order')::int = log.order_id
     JOIN inngest_local.steps step ON step.run_id = run.id AND step.name = log.step
     WHERE log.at > step.ended_at`,
  );
  expect(repeated.rows).toEqual([]);
  console.info(
    `seed ${seed}: ${kills} kills, ${orders} orders, ${effects.rowCount} effects, ` +
      `${(await executions()) - (effects.rowCount ?? 0)} executions repeated because their step had not been acknowledged`,
  );
});
