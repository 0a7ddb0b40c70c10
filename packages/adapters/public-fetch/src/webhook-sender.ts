import type { IncomingMessage } from 'node:http';
import type { WebhookAnswer, WebhookRequest, WebhookSender } from '@mallhive/notifications/ports';
import { Webhook } from 'standardwebhooks';
import { createPinnedRequest, type PinnedOptions, parseAddress, Refused } from './pinned-request.ts';

interface WebhookSenderOptions extends PinnedOptions {
  /** For everything together: name, connection, answer. */
  timeoutMs?: number;
  /** Also plain http and any port, for development. */
  plain?: boolean;
}

/** So much of an answer is kept. */
const keptBytes = 1_000;

/** The beginning of what was answered; the rest is not read. */
async function beginning(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= keptBytes) break;
  }
  const text = Buffer.concat(chunks).subarray(0, keptBytes).toString('utf8');
  // PostgreSQL stores no NUL, and a cut character is none.
  return text.replaceAll('\u0000', '').replace(/\uFFFD+$/, '');
}

function signed({ id, at, payload, secrets }: WebhookRequest): Record<string, string> {
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(payload)),
    'user-agent': 'MallHive webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, payload)).join(' '),
  };
}

/** Posts to sellers' systems as Standard Webhooks describe it. An answer of 3xx is an answer: nothing is followed. */
export function createWebhookSender(options: WebhookSenderOptions = {}): WebhookSender {
  const { timeoutMs = 10_000, plain = false } = options;
  const pinned = createPinnedRequest({ ...(plain ? { ports: 'any' as const } : {}), ...options });

  const address = (text: string): URL => {
    const url = parseAddress(text);
    if (!plain && url.protocol !== 'https:') throw new Refused('address_refused');
    return url;
  };

  async function post(request: WebhookRequest, signal: AbortSignal) {
    const answer = await pinned.open(address(request.url), {
      method: 'POST',
      headers: signed(request),
      body: request.payload,
      signal,
    });
    try {
      // A status is an answer, also when what comes after it breaks off.
      return { status: answer.statusCode ?? 0, response: await beginning(answer).catch(() => '') };
    } finally {
      answer.destroy();
    }
  }

  return {
    accepts: (text) => {
      try {
        return pinned.mayBe(address(text));
      } catch {
        return false;
      }
    },
    send: async (request): Promise<WebhookAnswer> => {
      const began = performance.now();
      const overtime = new AbortController();
      const timer = setTimeout(() => overtime.abort(), timeoutMs);
      const late = new Promise<never>((_, reject) => {
        overtime.signal.addEventListener('abort', () => reject(new Error('late')));
      });
      const durationMs = () => Math.round(performance.now() - began);
      try {
        const { status, response } = await Promise.race([post(request, overtime.signal), late]);
        return { status, problem: null, response, durationMs: durationMs() };
      } catch (error) {
        const refused = error instanceof Refused && error.refusal === 'address_refused';
        const problem = refused ? 'address_refused' : overtime.signal.aborted ? 'timeout' : 'unreachable';
        return { status: null, problem, response: '', durationMs: durationMs() };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
