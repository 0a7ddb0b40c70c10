import { spawn } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from './disposable.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { runningEmbeddedPostgres } from './embedded-running.ts';

let home: string;
let dataDir: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mallhive-embedded-'));
  await chmod(home, 0o755);
  dataDir = join(home, 'data');
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('data and password survive a stop, and the stop leaves no process and no lock', async () => {
  const first = await startEmbeddedPostgres({ dataDir, port: await freePort() });
  await run(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  expect(alive(first.pid)).toBe(false);
  const second = await startEmbeddedPostgres({ dataDir, port: await freePort() });
  expect(await run(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await second.stop();
});

test('a second start on the same folder is refused while the first lives', async () => {
  const first = await startEmbeddedPostgres({ dataDir, port: await freePort() });
  await writeFile(`${dataDir}.owner`, String(process.ppid));
  const port = await freePort();
  await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toThrow(/already runs .* Stop that one/);
  await writeFile(`${dataDir}.owner`, String(process.pid));
  await first.stop();
});

test('a server whose starter was killed is stopped and its data kept; a lock of a dead process is removed', async () => {
  const code = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)});
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, port: ${await freePort()} });
    console.log(server.pid);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const orphan = await new Promise<number>((resolve) => {
    child.stdout.once('data', (chunk) => resolve(Number(chunk)));
  });
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(alive(orphan)).toBe(true);

  const next = await startEmbeddedPostgres({ dataDir, port: await freePort() });
  expect(alive(orphan)).toBe(false);
  expect(await run(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  const lock = await readFile(join(dataDir, 'postmaster.pid'), 'utf8');
  await next.stop();

  await writeFile(join(dataDir, 'postmaster.pid'), lock.replace(/^\d+/, String(process.pid)));
  const last = await startEmbeddedPostgres({ dataDir, port: await freePort() });
  expect(await run(last.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await last.stop();
});

test('a port that is taken is an error that says so', async () => {
  const holder = await startEmbeddedPostgres({ dataDir, port: await freePort() });
  const { port } = new URL(holder.url);
  await expect(startEmbeddedPostgres({ dataDir: join(home, 'other'), port: Number(port) })).rejects.toThrow(
    /Address already in use/,
  );
  await holder.stop();
});

test.runIf(process.getuid?.() === 0)(
  'root, in a folder that only root can enter: the data lives elsewhere, behind a link',
  async () => {
    const secret = join(home, 'root-only');
    await mkdir(secret, { mode: 0o700 });
    const hidden = join(secret, 'postgres');
    const first = await startEmbeddedPostgres({ dataDir: hidden, port: await freePort() });
    await run(first.url, 'create table kept as select 7 as answer');
    expect(runningEmbeddedPostgres({ dataDir: hidden })).toContain('postgresql://');
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir: hidden, port: await freePort() });
    expect(await run(second.url, 'select answer from kept')).toEqual([{ answer: 7 }]);
    await second.stop();
    expect((await lstat(hidden)).isSymbolicLink()).toBe(true);
    await rm(join(await realpath(hidden), '..'), { recursive: true });
  },
);
