import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import ece from 'http_ece';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWebPush, isPushService, vapidKeys } from './index.ts';

let server: Server;
let origin: string;
const asked: { headers: IncomingHttpHeaders; body: Buffer }[] = [];
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({ headers: request.headers, body: Buffer.concat(chunks) });
    const status = Number(request.url?.slice(1));
    response.writeHead(status, status === 201 ? { location: `${origin}/m/1` } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const browser = createECDH('prime256v1');
const p256dh = browser.generateKeys().toString('base64url');
const auth = randomBytes(16).toString('base64url');
const secret = randomBytes(32);
const push = () => createWebPush({ secret, subject: 'https://shop.test', moreOrigins: [origin] });
const message = (status: number | string) => ({
  id: '018f2f6e-7d4b-7b65-9f43-1c7b4f7c2a10',
  template: 'order-shipped',
  to: { endpoint: typeof status === 'number' ? `${origin}/${status}` : status, p256dh, auth },
  title: 'Unterwegs – في الطريق',
  body: 'Tomorrow',
  url: 'https://shop.test/account/orders/1',
});

it('only the browser can read it, and the push service knows who asks', async () => {
  expect(await push().send(message(201))).toEqual({ providerRef: `${origin}/m/1` });
  const { headers, body } = asked.at(-1) ?? { headers: {}, body: Buffer.alloc(0) };
  expect(body.toString('latin1')).not.toContain('Tomorrow');
  const opened = ece.decrypt(body, { version: 'aes128gcm', privateKey: browser, authSecret: auth });
  expect(JSON.parse(opened.toString('utf8'))).toMatchObject({ title: 'Unterwegs – في الطريق', body: 'Tomorrow' });

  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  expect(key).toBe(vapidKeys(secret).publicKey);
  const [head, claims = '', proof = ''] = token.split('.');
  const point = Buffer.from(key ?? '', 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signature = Buffer.from(proof, 'base64url');
  const signed = Buffer.from(`${head}.${claims}`);
  expect(verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: origin });
});

it('a browser that is gone is not asked again; a service that is busy is', async () => {
  expect(await push().send(message(410))).toMatchObject({ blocks: 'recipient_unknown' });
  expect(await push().send(message(413))).toEqual({ undeliverable: 'The push service answered 413' });
  await expect(push().send(message(503))).rejects.toThrow('503');
});

it('asks nobody but push services', async () => {
  const before = asked.length;
  expect(await push().send(message('http://169.254.169.254/latest'))).toHaveProperty('undeliverable');
  expect(asked).toHaveLength(before);
  const known = ['https://fcm.googleapis.com/fcm/send/x', 'https://updates.push.services.mozilla.com/wpush/v2/x'];
  expect(known.map((endpoint) => isPushService(endpoint))).toEqual([true, true]);
  const others = [
    'https://fcm.googleapis.com.evil.test/',
    'http://fcm.googleapis.com/',
    'https://push.apple.com:8443/',
  ];
  expect(others.map((endpoint) => isPushService(endpoint))).toEqual([false, false, false]);
});
