import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, findBinaries } from './embedded-binaries.ts';
import { placeFor } from './embedded-place.ts';
import { embeddedUrl } from './embedded-url.ts';
import { type SystemUser, serverUser } from './embedded-user.ts';
import { ensureDatabase } from './migrate.ts';

export interface EmbeddedOptions {
  /** The cluster's folder; made when missing. Its password is kept beside it in `<dataDir>.password`. */
  dataDir: string;
  port: number;
  database?: string;
  /** For tests: faster, and lost when the machine goes down. */
  disposable?: boolean;
  log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  url: string;
  pid: number;
  /** Resolves with the reason when the server ends without having been asked to. */
  died: Promise<string>;
  /** Waits for running statements to be cut off and for everything to be on disk. */
  stop(): Promise<void>;
}

const login = 'mallhive';

const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  // The data folder itself, which only the server's user and root can enter.
  unix_socket_directories: process.platform === 'win32' ? '' : '.',
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  wal_compression: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Our statements are short; compiling them costs more than it saves.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const disposableSettings: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  autovacuum: 'off',
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (!isAlive(pid)) return true;
    await sleep(50);
  }
  return !isAlive(pid);
}

/**
 * What an earlier server left in the folder: a stale lock is removed, a server whose owner died is stopped,
 * one whose owner lives is refused.
 */
async function clearLeftovers(dataDir: string, ownerFile: string): Promise<void> {
  const lockFile = join(dataDir, 'postmaster.pid');
  const pid = Number((await readFile(lockFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  const isServer = isAlive(pid) && /postgres/.test(commandOf(pid)) && commandOf(pid).includes(dataDir);
  if (!isServer) {
    await rm(lockFile, { force: true });
    return;
  }
  const owner = Number(await readFile(ownerFile, 'utf8').catch(() => ''));
  if (owner && owner !== process.pid && isAlive(owner)) {
    throw new Error(
      `PostgreSQL already runs on ${dataDir} for process ${owner}. Stop that one, or set MALLHIVE_DATA_DIR to another folder.`,
    );
  }
  process.kill(pid, 'SIGINT');
  if (!(await waitUntilGone(pid, 15_000))) {
    throw new Error(`A PostgreSQL left over on ${dataDir} (process ${pid}) does not stop. End it and start again.`);
  }
}

function makeExecutable(binaries: Binaries): void {
  for (const file of [binaries.postgres, binaries.initdb]) {
    try {
      chmodSync(file, 0o755);
    } catch {
      // A read-only installation already has the right mode, or starting fails with the system's own message.
    }
  }
}

async function run(program: string, args: string[], user: SystemUser | null): Promise<void> {
  const child = spawn(program, args, { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} failed: ${output.trim()}`);
}

async function readPassword(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known) return known.trim();
  const password = randomBytes(18).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

async function initialise(dataDir: string, password: string, binaries: Binaries, user: SystemUser | null) {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (user) await chown(dataDir, user.uid, user.gid);
  const passwordFile = `${dataDir}.initial`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  try {
    const args = [`--pgdata=${dataDir}`, `--username=${login}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    await run(binaries.initdb, [...args, '--encoding=UTF8', '--locale=C', '--no-sync'], user);
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function waitUntilReady(child: ChildProcess, log: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`PostgreSQL was not ready after 60 s: ${output}`)), 60_000);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`PostgreSQL ended with code ${code}: ${output.trim()}`));
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      if (output.length < 20_000) output += text;
      for (const line of text.split('\n')) if (line) log(line);
      if (text.includes('database system is ready to accept connections')) {
        clearTimeout(timer);
        resolve();
      }
    });
  });
}

/** Starts the PostgreSQL that came from npm, in a process group of its own so that Ctrl-C reaches us and not it. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { port, database = 'mallhive' } = options;
  const user = serverUser();
  const dataDir = await placeFor(options.dataDir, user);
  const binaries = await findBinaries(user);
  makeExecutable(binaries);
  const ownerFile = `${options.dataDir}.owner`;
  await clearLeftovers(dataDir, ownerFile);
  const password = await readPassword(`${options.dataDir}.password`);
  if (!existsSync(join(dataDir, 'PG_VERSION'))) await initialise(dataDir, password, binaries, user);
  await writeFile(ownerFile, String(process.pid));

  const chosen = { ...settings, ...(options.disposable ? disposableSettings : {}) };
  const flags = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', dataDir, '-p', String(port), ...flags], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  await waitUntilReady(child, options.log ?? (() => undefined));
  const { pid } = child;
  if (!pid) throw new Error('PostgreSQL has no process id');

  const url = embeddedUrl({ dataDir, port, password, database });
  let stopping = false;
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const died = new Promise<string>((resolve) => {
    exited.then((code) => {
      if (!stopping) resolve(`PostgreSQL ended by itself with code ${code}`);
    });
  });
  // The server must not keep a finished program alive; it is stopped by stop() or, after a crash of ours, by the next start.
  child.unref();
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  // A process that fails without calling stop() still takes its server along.
  const onExit = () => child.kill('SIGINT');
  process.once('exit', onExit);
  await ensureDatabase(url);
  return {
    url,
    pid,
    died,
    stop: async () => {
      stopping = true;
      process.off('exit', onExit);
      child.ref();
      // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, then everything is written out.
      if (child.exitCode === null) child.kill('SIGINT');
      if (!(await Promise.race([exited.then(() => true), sleep(30_000, false, { ref: false })]))) child.kill('SIGQUIT');
      await exited;
      await rm(ownerFile, { force: true });
    },
  };
}
