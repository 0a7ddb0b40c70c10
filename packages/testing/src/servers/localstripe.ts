import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { startStripeFront } from './stripe-front.ts';

const python = path.join(
  fileURLToPath(new URL('../../../..', import.meta.url)),
  '.mallhive/tools/localstripe/bin/python',
);

/** Keeps everything in memory, listens on loopback alone. */
const program = `
import sys
from aiohttp import web
from localstripe import resources, server
resources.Store.dump_to_disk = lambda self: None
web.run_app(server.app, host='127.0.0.1', port=int(sys.argv[1]), access_log=None, print=None)
`;

export interface LocalStripe {
  /** For the `apiUrl` of the adapter. Any key that begins with `sk_` will do. */
  url: string;
  /** Webhooks go to this address, signed with this secret, a second after what they tell of. */
  sendWebhooksTo(address: string, secret: string): Promise<void>;
  /** The shopper confirms a payment with a card, in their browser. Declined cards reject. */
  confirm(paymentIntent: string, cardNumber: string): Promise<void>;
  /** The shopper's second step, after a card that asks for it. */
  authenticate(paymentIntent: string, passes: boolean): Promise<void>;
  /** Asks the API as the shop would. Rejects with Stripe's message. */
  call(method: 'GET' | 'POST', path: string, fields?: Record<string, string>): Promise<Record<string, unknown>>;
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

/** A localstripe of its own on loopback, behind a front that keeps what it leaves out of Stripe's rules. `npm test` installs it. */
export async function startLocalStripe(): Promise<LocalStripe> {
  if (!existsSync(python)) throw new Error('localstripe is not installed. Run npm test once: it installs it.');
  const port = await freePort();
  const child = spawn(python, ['-c', program, String(port)], { stdio: 'ignore' });
  const behind = `http://127.0.0.1:${port}`;
  await untilItAnswers(behind, child);
  const front = await startStripeFront(behind);

  async function call(method: 'GET' | 'POST', at: string, fields: Record<string, string> = {}) {
    const answer = await fetch(`${front.url}${at}`, {
      method,
      headers: { authorization: 'Bearer sk_test_shopper' },
      ...(method === 'POST' && { body: new URLSearchParams(fields) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  }

  return {
    url: front.url,
    call,
    async sendWebhooksTo(url, secret) {
      await call('POST', `/_config/webhooks/shop`, { url, secret });
    },
    async confirm(paymentIntent, number) {
      const card = { 'card[number]': number, 'card[exp_month]': '12', 'card[exp_year]': '2040', 'card[cvc]': '123' };
      const method = await call('POST', '/v1/payment_methods', { type: 'card', ...card });
      await call('POST', `/v1/payment_intents/${paymentIntent}`, { payment_method: String(method.id) });
      await call('POST', `/v1/payment_intents/${paymentIntent}/confirm`);
    },
    async authenticate(paymentIntent, passes) {
      const { client_secret: secret } = await call('GET', `/v1/payment_intents/${paymentIntent}`);
      const fields = { client_secret: String(secret), success: String(passes) };
      await call('POST', `/v1/payment_intents/${paymentIntent}/_authenticate`, fields);
    },
    loseNextAnswer: () => front.loseNextAnswer(),
    async stop() {
      await front.stop();
      child.kill('SIGTERM');
      await ended(child);
    },
  };
}
