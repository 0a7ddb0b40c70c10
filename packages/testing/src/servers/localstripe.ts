import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { startStripeFront } from './stripe-front.ts';
import { type StripeShopper, stripeShopper } from './stripe-shopper.ts';

const python = path.join(
  fileURLToPath(new URL('../../../..', import.meta.url)),
  '.mallhive/tools/localstripe/bin/python',
);

/** Keeps everything in memory, listens on loopback alone, and does not outlive who started it. */
const program = `
import os, sys, threading, time
from aiohttp import web
from localstripe import resources, server
resources.Store.dump_to_disk = lambda self: None
parent = os.getppid()
def end_with_parent():
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)
threading.Thread(target=end_with_parent, daemon=True).start()
web.run_app(server.app, host='127.0.0.1', port=int(sys.argv[1]), access_log=None, print=None)
`;

export interface LocalStripe extends StripeShopper {
  /** For the `apiUrl` of the adapter. Any key that begins with `sk_` will do. */
  url: string;
  /** Webhooks go to this address, signed with this secret, a second after what they tell of. */
  sendWebhooksTo(address: string, secret: string): Promise<void>;
  /** The next change is made, its answer (and those to its repeats) are lost. */
  loseNextAnswer(): void;
  stop(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  let failure: Error | null = null;
  child.once('error', (cause) => {
    failure = new Error('localstripe could not be started. Run npm test once: it installs it.', { cause });
  });
  child.once('exit', () => {
    failure ??= new Error('localstripe ended by itself.');
  });
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (failure) throw failure;
    const answer = await fetch(`${url}/v1/customers`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('localstripe did not answer within a minute.');
}

/** A localstripe of its own on loopback, behind a front that keeps what it leaves out of Stripe's rules (on `port`; 0 takes a free one). `npm test` installs it. */
export async function startLocalStripe(port = 0): Promise<LocalStripe> {
  if (!existsSync(python)) throw new Error('localstripe is not installed. Run npm test once: it installs it.');
  const inner = await freePort();
  const child = spawn(python, ['-c', program, String(inner)], { stdio: 'ignore' });
  const behind = `http://127.0.0.1:${inner}`;
  await untilItAnswers(behind, child);
  const front = await startStripeFront(behind, port);

  const shopper = stripeShopper(front.url);
  return {
    url: front.url,
    ...shopper,
    async sendWebhooksTo(url, secret) {
      await shopper.call('POST', `/_config/webhooks/shop`, { url, secret });
    },
    loseNextAnswer: () => front.loseNextAnswer(),
    async stop() {
      await front.stop();
      child.kill('SIGTERM');
      await ended(child);
    },
  };
}
