import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectedAccounts } from './stripe-connect.ts';

interface Answer {
  status: number;
  body: string;
}

/** Once with its repeats: what Stripe's own client sends for one call that gets no answer. */
const triesOfOneCall = 3;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const unexpectedState = (status: unknown): Answer => ({
  status: 400,
  body: JSON.stringify({
    error: {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      message: `This PaymentIntent could not be changed because it has a status of ${String(status)}.`,
    },
  }),
});

/** Adds the two amounts of a PaymentIntent that localstripe does not tell. */
function withAmounts(body: string): string {
  if (!body.includes('"object": "payment_intent"')) return body;
  const intent = JSON.parse(body) as Record<string, unknown>;
  if (intent.object !== 'payment_intent') return body;
  const { status, amount } = intent;
  const amounts = {
    amount_capturable: status === 'requires_capture' ? amount : 0,
    amount_received: status === 'succeeded' ? amount : 0,
  };
  return JSON.stringify({ ...intent, ...amounts });
}

/**
 * Stands before localstripe and keeps what that leaves out: one effect and one answer for each idempotency key, no
 * capture or cancellation in a state that does not allow it, `setup_future_usage`, connected accounts. Changes are made one
 * after the other.
 */
export async function startStripeFront(behind: string, port = 0) {
  const kept = new Map<string, Promise<Answer>>();
  let last: Promise<unknown> = Promise.resolve();
  let toLose = 0;
  const accounts = connectedAccounts();
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function pass(method: string, url: string, authorization: string | undefined, body: string): Promise<Answer> {
    const reply = await fetch(`${behind}${url}`, {
      method,
      headers: { ...(authorization && { authorization }), 'content-type': 'application/x-www-form-urlencoded' },
      ...(body && { body }),
    });
    return { status: reply.status, body: withAmounts(await reply.text()) };
  }

  async function change(url: string, authorization: string | undefined, body: string): Promise<Answer> {
    const [, intent, verb] = /^\/v1\/payment_intents\/(\w+)(?:\/(capture|cancel))?$/.exec(url) ?? [];
    if (intent && verb) {
      const { status } = JSON.parse((await pass('GET', `/v1/payment_intents/${intent}`, authorization, '')).body);
      const open = String(status).startsWith('requires_');
      if (verb === 'capture' ? status !== 'requires_capture' : !open) return unexpectedState(status);
    }
    const fields = new URLSearchParams(body);
    const known = accounts.answer('POST', url, fields, origin());
    if (known) return known;
    fields.delete('setup_future_usage');
    return pass('POST', url, authorization, fields.toString());
  }

  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const { authorization, 'idempotency-key': key } = request.headers;
    const body = await bodyOf(request);
    const page = method === 'GET' ? accounts.page(url) : null;
    if (page && 'location' in page) return response.writeHead(302, { location: page.location }).end();
    if (page) return response.writeHead(200, { 'content-type': 'text/html' }).end(page.html);
    const shown = method === 'GET' ? accounts.answer(method, url, new URLSearchParams(), origin()) : null;
    if (shown) return response.writeHead(shown.status, { 'content-type': 'application/json' }).end(shown.body);
    const make = () => {
      const made = last.then(() => change(url, authorization, body));
      last = made.catch(() => undefined);
      return made;
    };
    let answer: Promise<Answer>;
    if (method !== 'POST') answer = pass(method, url, authorization, body);
    else if (typeof key !== 'string') answer = make();
    else {
      answer = kept.get(key) ?? make();
      kept.set(key, answer);
    }
    const { status, body: text } = await answer.catch((error) => ({ status: 500, body: String(error) }));
    if (method === 'POST' && toLose > 0) {
      toLose -= 1;
      return request.socket.destroy();
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: origin(),
    loseNextAnswer() {
      toLose = triesOfOneCall;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
