import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createServerApi, forwardedHeaders } from './server.ts';

let server: Server;
let requests: IncomingMessage[] = [];
let connections = 0;
let delay = 0;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    requests.push(request);
    await new Promise((resolve) => setTimeout(resolve, delay));
    const calls = new URL(request.url ?? '', 'http://x').pathname.split('/').pop()?.split(',') ?? [];
    response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'mh_cart=1' });
    response.end(JSON.stringify(calls.map((path) => ({ result: { data: { path } } }))));
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());
afterEach(() => {
  requests = [];
  delay = 0;
});
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

test('an API that does not answer in time is an error, not a page that waits', async () => {
  delay = 400;
  const api = createServerApi({ url: url(), timeoutMs: 50 });
  await expect(api.identity.me.query()).rejects.toThrow('did not answer within 50 ms');
});

test('an API that is not there is an error', async () => {
  await expect(createServerApi({ url: 'http://127.0.0.1:1' }).identity.me.query()).rejects.toThrow('ECONNREFUSED');
});

test('calls of one tick are one request, and connections stay open', async () => {
  const cookies: string[] = [];
  const api = createServerApi({ url: url(), headers: { cookie: 'a=b' }, onSetCookie: (all) => cookies.push(...all) });
  const [me, addresses] = await Promise.all([api.identity.me.query(), api.identity.addresses.query()]);
  expect([me, addresses]).toEqual([{ path: 'identity.me' }, { path: 'identity.addresses' }]);
  expect(requests.map((request) => request.headers.cookie)).toEqual(['a=b']);
  expect(cookies).toEqual(['mh_cart=1']);
  const before = connections;
  for (let call = 0; call < 5; call += 1) await api.identity.me.query();
  expect(connections).toBe(before);
});

test('the address of a visitor goes along only with the secret', () => {
  const request = {
    headers: { cookie: 'a=b', host: 'shop', 'x-request-id': 'r1' },
    socket: { remoteAddress: '9.9.9.9' },
  };
  expect(forwardedHeaders(request)).toEqual({ cookie: 'a=b', 'x-request-id': 'r1' });
  expect(forwardedHeaders(request, 's')).toMatchObject({ 'x-internal-secret': 's', 'x-forwarded-for': '9.9.9.9' });
});
