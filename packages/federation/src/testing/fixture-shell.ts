import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fixtureDir } from './fixtures.ts';

/** A built fixture app as a process of its own. */
export interface FixtureApp {
  origin: string;
  pid: number;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function startFixtureShell(remoteOrigin: string): Promise<FixtureApp> {
  return startApp('shell', { REMOTE_GREET_URL: remoteOrigin });
}

/** The built fixture remote, alone. */
export async function startFixtureRemote(): Promise<FixtureApp> {
  return startApp('remote', {});
}

async function startApp(app: 'remote' | 'shell', environment: Record<string, string>): Promise<FixtureApp> {
  const port = await freePort();
  const command = join(import.meta.dirname, '../../bin/mallhive-next.mjs');
  const child = spawn(process.execPath, ['--expose-gc', command, 'start', '-p', String(port)], {
    cwd: fixtureDir(app),
    env: { ...process.env, ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    const healthy = await fetch(`${origin}/api/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) break;
    if (child.exitCode !== null || tries > 200) throw new Error(`The fixture ${app} did not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin, pid: child.pid ?? 0, stop: () => end(child) };
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
