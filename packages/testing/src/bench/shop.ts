import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cpuSeconds } from './processes.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

export interface BenchShop {
  shell: string;
  api: string;
  /** The shop's database, for what is compared with a program without a shop. */
  database: string;
  /** A folder for files of this run. */
  folder: string;
  root: string;
  /** Process ids: the API and PostgreSQL. */
  pids: { api: number; postgres: number };
  stop(): Promise<void>;
}

interface RunFile {
  services: { name: string; pid: number }[];
}

const settleTimeout = 240_000;

/** Waits until what filling the shop set off (indexing, pictures, pages) is done: three quiet seconds in a row. */
async function settle(pids: number[]): Promise<void> {
  const until = performance.now() + settleTimeout;
  let quiet = 0;
  let before = cpuSeconds(pids);
  while (quiet < 3) {
    if (performance.now() > until) throw new Error('The shop to measure did not come to rest');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = cpuSeconds(pids);
    quiet = now - before < 0.08 ? quiet + 1 : 0;
    before = now;
  }
}

/** The whole shop in production mode on ports of its own, with 1,000 products of 3 variants. */
export async function startBenchShop(): Promise<BenchShop> {
  const portBase = Number(process.env.BENCH_PORT_BASE ?? 4300);
  const folder = path.join(root, '.mallhive', 'bench');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [path.join(root, 'packages/launcher/src/main.ts'), 'bench-shop'], {
    cwd: root,
    env: { ...process.env, BENCH_PORT_BASE: String(portBase), NODE_ENV: 'production', TRUSTED_PROXIES: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (chunk.toString().includes('ready to be measured')) resolve();
    });
    ended.then(() => reject(new Error('The shop to measure did not start')));
  });
  const run = JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8')) as RunFile;
  const postgres = Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const api = run.services.find(({ name }) => name === 'api')?.pid;
  if (!api || !postgres) throw new Error('The shop to measure names no API or PostgreSQL process');
  await settle([api, postgres]);
  return {
    shell: `http://localhost:${portBase}`,
    api: `http://127.0.0.1:${portBase + 7}`,
    database: `postgres://mallhive:${encodeURIComponent(readFileSync(path.join(folder, 'postgres.password'), 'utf8').trim())}@127.0.0.1:${portBase + 8}/mallhive`,
    folder,
    root,
    pids: { api, postgres },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
