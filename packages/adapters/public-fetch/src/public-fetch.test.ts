import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPublicFetcher } from './index.ts';
import { isPublicAddress } from './public-address.ts';

/** What attackers write where a picture's address is asked for. All lead, or may lead, into a private network. */
const attacks = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0/',
  'http://0.0.0.0:80/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://[0:0:0:0:0:ffff:10.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[ff02::1]/',
  'http://169.254.169.254/latest/meta-data/iam/security-credentials/',
  'http://169.254.170.2/v2/credentials',
  'http://168.63.129.16/machine',
  'http://100.100.100.200/latest/meta-data/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://①②⑦.0.0.1/',
  'http://localhost/',
  'http://localhost./',
  'http://LOCALHOST/',
  'http://user:password@example.com/',
  'http://example.com@127.0.0.1/',
  'http://1.1.1.1:22/',
  'http://1.1.1.1:6379/',
  'http://1.1.1.1:25/',
  'file:///etc/passwd',
  'ftp://example.com/a.png',
  'gopher://127.0.0.1:6379/_FLUSHALL',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  '//127.0.0.1/',
  '/etc/passwd',
  'http://',
  '',
];

describe('attack addresses', () => {
  test.each(attacks)('%j is refused', async (url) => {
    const fetcher = createPublicFetcher({ timeoutMs: 3_000 });
    expect(await fetcher.fetch(url, { maximumBytes: 1_000 })).toBe('address_refused');
  });

  test.each([
    ['1.1.1.1', true],
    ['8.8.8.8', true],
    ['93.184.216.34', true],
    ['2606:4700:4700::1111', true],
    ['2a00:1450:4001:81b::200e', true],
    ['::ffff:8.8.8.8', false],
    ['fe80::1%eth0', false],
    ['not an address', false],
    ['172.32.0.1', true],
    ['100.63.255.255', true],
    ['100.127.255.255', false],
  ])('%s public: %s', (address, open) => expect(isPublicAddress(address)).toBe(open));
});

describe('over a real connection', () => {
  let server: Server;
  let port: number;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let seen: string[];
  /** Names of the tests; the stand-in for the public internet is 127.0.0.1, that of the private network is 127.0.0.2. */
  const names: Record<string, string[]> = {
    'public.test': ['127.0.0.1'],
    'inside.test': ['127.0.0.2'],
    'both.test': ['127.0.0.1', '127.0.0.2'],
    'nobody.test': [],
  };
  let resolved: string[];
  const fetcher = (options: object = {}) =>
    createPublicFetcher({
      timeoutMs: 2_000,
      ports: [port],
      allows: (address) => address === '127.0.0.1',
      resolve: async (hostname) => {
        resolved.push(hostname);
        const found = names[hostname];
        if (!found) throw new Error('ENOTFOUND');
        return found.map((address) => ({ address, family: 4 }));
      },
      ...options,
    });
  const get = (path = '/', host = 'public.test', options: object = {}) =>
    fetcher(options).fetch(`http://${host}:${port}${path}`, { maximumBytes: 1_000 });

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(`${request.headers.host}${request.url}`);
      answer(request, response);
    });
    await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((done) => server.close(done)));
  beforeEach(() => {
    seen = [];
    resolved = [];
    answer = (_, response) => response.end('a picture');
  });

  test('the body comes, asked for by its name', async () => {
    expect((await get('/a.png')).toString()).toBe('a picture');
    expect(seen).toEqual([`public.test:${port}/a.png`]);
  });

  test('a name that leads inside, or also inside, is never connected to', async () => {
    expect(await get('/', 'inside.test')).toBe('address_refused');
    expect(await get('/', 'both.test')).toBe('address_refused');
    expect(await get('/', 'unknown.test')).toBe('address_unreachable');
    expect(await get('/', 'nobody.test')).toBe('address_unreachable');
    expect(seen).toEqual([]);
  });

  test('a name that changes its meaning after the check is asked only once, and the checked address is used', async () => {
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    let asked = 0;
    const resolve = async () => (answers[asked++] ?? []).map((address) => ({ address, family: 4 }));
    expect((await get('/', 'rebinding.test', { resolve })).toString()).toBe('a picture');
    expect(asked).toBe(1);
  });

  test('every redirect is checked like the first address', async () => {
    answer = (request, response) => {
      const target = new URL(request.url ?? '', 'http://x').searchParams.get('to');
      if (target) response.writeHead(302, { location: target }).end();
      else response.end('arrived');
    };
    const to = (target: string) => get(`/?to=${encodeURIComponent(target)}`);
    expect((await to(`http://public.test:${port}/`)).toString()).toBe('arrived');
    expect((await to('/relative')).toString()).toBe('arrived');
    expect(await to(`http://inside.test:${port}/`)).toBe('address_refused');
    expect(await to(`http://127.0.0.2:${port}/`)).toBe('address_refused');
    expect(await to('http://169.254.169.254/')).toBe('address_refused');
    expect(await to('file:///etc/passwd')).toBe('address_refused');
    expect(seen.some((line) => line.startsWith('inside'))).toBe(false);
  });

  test('a redirect without end is left', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/' }).end();
    expect(await get()).toBe('address_unreachable');
    expect(seen).toHaveLength(4);
  });

  test('too much is not read, whether it is said before or not', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.end('x'.repeat(5_000));
    };
    expect(await get()).toBe('picture_too_large');
    answer = (_, response) => {
      const timer = setInterval(() => response.write('x'.repeat(400)), 5);
      response.on('close', () => clearInterval(timer));
    };
    expect(await get()).toBe('picture_too_large');
  });

  test('what never ends or never begins is left in time', async () => {
    answer = (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(timer));
    };
    expect(await get('/', 'public.test', { timeoutMs: 400 })).toBe('address_unreachable');
    answer = () => undefined;
    expect(await get('/', 'public.test', { timeoutMs: 200 })).toBe('address_unreachable');
    const resolve = () => new Promise<never>(() => undefined);
    expect(await get('/', 'slow.test', { resolve, timeoutMs: 200 })).toBe('address_unreachable');
  });

  test.each([404, 500, 204, 401])('an answer of %i is no picture', async (status) => {
    answer = (_, response) => response.writeHead(status).end();
    expect(await get()).toBe('address_unreachable');
  });
});
