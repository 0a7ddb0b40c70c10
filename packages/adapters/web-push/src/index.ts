import type { Handover, PushChannel } from '@mallhive/notifications/ports';
import { encryptFor } from './encrypt.ts';
import { vapidHeader, vapidKeys } from './vapid.ts';

export { vapidKeys } from './vapid.ts';

/** The push services of the browsers. An endpoint comes from outside: nothing else is ever asked. */
const services = [
  'fcm.googleapis.com',
  'android.googleapis.com',
  '.push.services.mozilla.com',
  '.notify.windows.com',
  '.push.apple.com',
];

export interface WebPushOptions {
  /** 32 bytes that only this shop knows. */
  secret: Buffer;
  /** `mailto:` or `https:`; whom a push service can reach. */
  subject: string;
  /** Origins that may be asked besides; for tests. */
  moreOrigins?: readonly string[];
}

/** Whether an address is one that a browser's push service gives out. */
export function isPushService(endpoint: string, moreOrigins: readonly string[] = []): boolean {
  const { protocol, hostname, origin, port } = new URL(endpoint);
  if (moreOrigins.includes(origin)) return true;
  const known = services.some((name) => (name.startsWith('.') ? hostname.endsWith(name) : hostname === name));
  return protocol === 'https:' && port === '' && known;
}

/** A day: who does not open the browser for longer gets the mail alone. */
const lifeSeconds = 86_400;

/** Messages to browsers by their own push services. */
export function createWebPush({ secret, subject, moreOrigins = [] }: WebPushOptions): PushChannel {
  const keys = vapidKeys(secret);
  return {
    name: 'web-push',
    async send({ id, to, title, body, url }): Promise<Handover> {
      if (!isPushService(to.endpoint, moreOrigins)) return { undeliverable: 'Not the address of a push service' };
      const response = await fetch(to.endpoint, {
        method: 'POST',
        redirect: 'error',
        body: new Uint8Array(encryptFor(to, JSON.stringify({ title, body, url, tag: id }))),
        headers: {
          authorization: vapidHeader(keys, to.endpoint, subject),
          'content-encoding': 'aes128gcm',
          'content-type': 'application/octet-stream',
          ttl: String(lifeSeconds),
          // Shown once, even when a service gets it twice: of one topic the newest alone is kept.
          topic: id.replaceAll('-', '').slice(0, 32),
        },
        signal: AbortSignal.timeout(15_000),
      });
      if (response.ok) return { providerRef: response.headers.get('location') ?? `web-push:${id}` };
      const reason = `The push service answered ${response.status}`;
      // The browser withdrew its permission, or is gone.
      if (response.status === 404 || response.status === 410)
        return { undeliverable: reason, blocks: 'recipient_unknown' };
      if (response.status === 429 || response.status >= 500) throw new Error(reason);
      return { undeliverable: reason };
    },
  };
}
