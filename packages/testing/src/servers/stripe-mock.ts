import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const program = path.join(
  fileURLToPath(new URL('../../../..', import.meta.url)),
  '.mallhive/tools/stripe-mock-bin/stripe-mock',
);

/** stripe-mock on loopback: keeps nothing, refuses every request that Stripe's OpenAPI description does not allow. `npm test` builds it. */
export async function startStripeMock(): Promise<{ url: string; stop(): Promise<void> }> {
  if (!existsSync(program)) throw new Error('stripe-mock is not there. Run npm test once: it builds it.');
  const port = await freePort();
  const child = spawn(program, ['-http-addr', `127.0.0.1:${port}`], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (child.exitCode !== null) throw new Error('stripe-mock ended by itself.');
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer) {
      return {
        url,
        async stop() {
          child.kill('SIGTERM');
          if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
        },
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error('stripe-mock did not answer within a minute.');
}
