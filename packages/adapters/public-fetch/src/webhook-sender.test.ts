import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWebhookSender } from './index.ts';

let server: Server;
let port: number;
let asked = 0;
beforeAll(async () => {
  server = createServer((_request, response) => {
    asked += 1;
    response.end('ok');
  });
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((done) => server.close(done)));

const request = (url: string) => ({
  ...{ url, id: 'one', at: new Date(), payload: '{}' },
  secrets: [`whsec_${Buffer.alloc(32, 1).toString('base64')}`],
});

test.each([
  ['https://systems.example.com/hook', true],
  ['https://systems.example.com:8443/hook', true],
  ['http://systems.example.com/hook', false],
  ['https://systems.example.com:22/hook', false],
  ['https://me:secret@systems.example.com/', false],
  ['https://127.0.0.1/', false],
  ['https://2130706433/', false],
  ['https://[::1]/', false],
  ['https://[::ffff:10.0.0.1]/', false],
  ['https://169.254.169.254/latest/meta-data/', false],
  ['https://10.0.0.1/', false],
  ['https://localhost/', false],
  ['https://LOCALHOST./', false],
  ['https://shop.localhost/', false],
  ['ftp://systems.example.com/', false],
  ['', false],
])('%j accepted: %s, and what is refused is not sent to either', async (url, accepted) => {
  const sender = createWebhookSender({ resolve: async () => [{ address: '10.0.0.1', family: 4 }] });
  expect(sender.accepts(url)).toBe(accepted);
  // Even an accepted name leads inside here.
  expect(await sender.send(request(url))).toMatchObject({ status: null, problem: 'address_refused' });
});

test('a name of which one address is inside is never connected to', async () => {
  const sender = createWebhookSender({
    plain: true,
    allows: (address) => address === '127.0.0.1',
    resolve: async () => ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 })),
  });
  const answer = await sender.send(request(`http://both.test:${port}/`));
  expect(answer).toMatchObject({ status: null, problem: 'address_refused' });
  expect(asked).toBe(0);
});
