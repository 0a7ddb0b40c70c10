import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';

export interface RedisServer {
  url: string;
  /** Names of all keys. */
  keys(): Promise<string[]>;
  /** Ends the process at once, as a crash would; what was not on disk is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  restart(): Promise<void>;
  /** Stops answering without going away, and goes on with what came meanwhile. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    const done = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket.once('data', (data) => done(data.toString().startsWith('+PONG')));
    socket.once('error', () => done(false));
    socket.setTimeout(500, () => done(false));
  });
}

/**
 * A redis-server of its own on loopback; `npm test` installs the program where it is missing.
 * @param appendOnly writes every change to disk, so that it is there after a restart; else nothing is
 */
export async function startRedis({ appendOnly = false } = {}): Promise<RedisServer> {
  const port = await freePort();
  const directory = await mkdtemp(path.join(tmpdir(), 'mallhive-redis-'));
  let child: ChildProcess;

  async function start(): Promise<void> {
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory];
    if (appendOnly) settings.push('--appendonly', 'yes');
    child = spawn('redis-server', settings, { stdio: 'ignore' });
    let failure: Error | null = null;
    child.once('error', (error) => {
      failure = new Error('redis-server could not be started. Install it (Debian: redis-server), or run npm test.', {
        cause: error,
      });
    });
    for (const until = Date.now() + 15_000; Date.now() < until; ) {
      if (failure) throw failure;
      if (await answers(port)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('redis-server did not answer within 15 seconds.');
  }

  const url = `redis://127.0.0.1:${port}`;
  await start();
  return {
    url,
    async keys() {
      const redis = new Redis(url);
      try {
        return await redis.keys('*');
      } finally {
        redis.disconnect();
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
    restart: start,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
      await rm(directory, { recursive: true, force: true });
    },
  };
}
