import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const python = path.join(fileURLToPath(new URL('../../../..', import.meta.url)), '.mallhive/tools/moto/bin/python');

export interface MotoServer {
  /** For the `endpoint` of every AWS client. */
  url: string;
  region: string;
  /** Ends the process at once, as an outage would; what it held is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/**
 * A moto server of its own on loopback: AWS in memory. `npm test` installs it. Clients need credentials, any will do;
 * they are put into the environment when there are none.
 */
export async function startMoto(): Promise<MotoServer> {
  const port = await freePort();
  process.env.AWS_ACCESS_KEY_ID ??= 'test';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'test';
  const child = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  let failure: Error | null = null;
  child.once('error', (cause) => {
    failure = new Error('moto could not be started. Run npm test once: it installs it.', { cause });
  });
  child.once('exit', () => {
    failure ??= new Error('moto ended by itself.');
  });
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (failure) throw failure;
    const answer = await fetch(`${url}/moto-api/data.json`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.ok) {
      await answer.body?.cancel();
      const end = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
        child.kill(signal);
        await ended(child);
      };
      return { url, region: 'eu-west-1', kill: end('SIGKILL'), stop: end('SIGTERM') };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error('moto did not answer within a minute.');
}
