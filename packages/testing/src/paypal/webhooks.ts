import { createSign, createVerify, generateKeyPairSync, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { newId, now } from './books.ts';

export interface Webhook {
  /** The id that the shop is configured with; it is part of what is signed. */
  id: string;
  url: string;
}

export interface Delivery {
  type: string;
  webhookId: string;
  body: string;
  headers: Record<string, string>;
}

const patience = [0, 200, 500, 1_000, 2_000, 4_000] as const;
const algorithm = 'SHA256withRSA';

/** The text that PayPal signs. */
const signed = (id: string, time: string, webhookId: string, body: string) =>
  `${id}|${time}|${webhookId}|${crc32(Buffer.from(body))}`;

/**
 * The bytes of `webhook_event` within a verification request. The signature is over the bytes of the event, so a caller
 * that parses and prints it again may break what it wants to verify.
 */
function eventBytes(request: string): string {
  const start = request.indexOf('{', request.indexOf('"webhook_event"') + 15);
  let depth = 0;
  let quoted = false;
  for (let at = start; at >= 0 && at < request.length; at++) {
    const letter = request[at];
    if (quoted) {
      if (letter === '\\') at++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return request.slice(start, at + 1);
  }
  return '';
}

/** Signs, sends and repeats events; verifies signatures for whoever asks. */
export function createWebhooks(base: () => string) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = `/v1/notifications/certs/CERT-${newId().toLowerCase()}`;
  const webhooks: Webhook[] = [];
  const sent: Delivery[] = [];
  const waiting: Delivery[] = [];
  const running = new Set<Promise<void>>();
  let held = false;
  let copies = 1;
  let closed = false;

  function sign(webhookId: string, type: string, body: string): Delivery {
    const id = randomUUID();
    const time = now();
    const signature = createSign('RSA-SHA256')
      .update(signed(id, time, webhookId, body))
      .sign(privateKey, 'base64');
    return {
      type,
      webhookId,
      body,
      headers: {
        'content-type': 'application/json',
        'paypal-transmission-id': id,
        'paypal-transmission-time': time,
        'paypal-transmission-sig': signature,
        'paypal-cert-url': `${base()}${certificate}`,
        'paypal-auth-algo': algorithm,
      },
    };
  }

  async function send({ webhookId, body, headers }: Delivery): Promise<void> {
    const url = webhooks.find(({ id }) => id === webhookId)?.url;
    for (const wait of patience) {
      if (!url || closed) return;
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
      const signal = AbortSignal.timeout(10_000);
      const answer = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return;
    }
  }

  function start(delivery: Delivery): void {
    const run = send(delivery).finally(() => running.delete(run));
    running.add(run);
  }

  return {
    register: (webhook: Webhook): void => void webhooks.push(webhook),

    /** Tells every registered webhook of a change. */
    tell(type: string, resource: object): void {
      const body = JSON.stringify({
        id: `WH-${newId()}-${newId()}`,
        event_version: '1.0',
        create_time: now(),
        resource_type: type.startsWith('CHECKOUT') ? 'checkout-order' : (type.split('.')[1] ?? '').toLowerCase(),
        resource_version: '2.0',
        event_type: type,
        summary: type,
        resource,
        links: [],
      });
      for (const { id } of webhooks) {
        const delivery = sign(id, type, body);
        sent.push(delivery);
        for (let copy = 0; copy < copies; copy++) {
          if (held) waiting.push(delivery);
          else start(delivery);
        }
      }
    },

    /** Keeps what follows until `release`. */
    hold(): void {
      held = true;
    },
    /** Sends what was kept, in an order of the test's choice. */
    release(order: (deliveries: Delivery[]) => Delivery[] = (deliveries) => deliveries): void {
      held = false;
      for (const delivery of order(waiting.splice(0))) start(delivery);
    },
    /** From now on everything is sent so many times. */
    repeat(times: number): void {
      copies = times;
    },
    /** Everything signed so far, delivered or not. */
    sent: (): readonly Delivery[] => sent,
    sign,

    /** `/v1/notifications/verify-webhook-signature`: the key, not a belief. */
    verify(request: string): { verification_status: 'SUCCESS' | 'FAILURE' } {
      const given = JSON.parse(request) as Record<string, unknown>;
      const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
      const known = webhooks.some(({ id }) => id === text('webhook_id'));
      const ours = text('cert_url') === `${base()}${certificate}` && text('auth_algo') === algorithm;
      const what = signed(text('transmission_id'), text('transmission_time'), text('webhook_id'), eventBytes(request));
      const valid =
        known && ours && createVerify('RSA-SHA256').update(what).verify(publicKey, text('transmission_sig'), 'base64');
      return { verification_status: valid ? 'SUCCESS' : 'FAILURE' };
    },

    /** Until nothing is on its way any more. */
    async settled(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
    async close(): Promise<void> {
      closed = true;
      await Promise.all(running);
    },
  };
}
