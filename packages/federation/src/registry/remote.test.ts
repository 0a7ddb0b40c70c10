import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { hashes } from '../build/release.ts';
import type { Manifest } from '../manifest.ts';
import { Bridge } from './bridge.ts';
import type { Release } from './download.ts';
import type { FederationHost } from './host.ts';
import { Remote } from './remote.ts';

function release(version: string): Release {
  const server = new Map([['remoteEntry.js', Buffer.from(`module.exports={version:"${version}"}`)]]);
  const browser = new Map([['static/chunks/remoteEntry.js', Buffer.from(version)]]);
  const manifest: Manifest = {
    schema: 1,
    name: 'cart',
    version,
    modules: { Page: { loader: true, uses: [], scripts: [], styles: [] } },
    browser: { entry: 'static/chunks/remoteEntry.js', files: hashes(browser) },
    server: { entry: 'remoteEntry.js', files: hashes(server) },
  };
  return { manifest, browser, server };
}

/** The runtime's part: evaluates the entry through the bridge, and throws for a release whose module is broken. */
function fakeHost(bridge: Bridge, broken: Set<string>): FederationHost & { registered: string[] } {
  let entry = '';
  const registered: string[] = [];
  return {
    name: 'shell',
    registered,
    registerRemotes([remote]) {
      entry = remote?.entry ?? '';
      registered.push(entry);
    },
    async loadRemote(id) {
      const { version } = bridge.loadEntry('cart', entry) as { version: string };
      if (broken.has(version)) throw new Error('module throws');
      return { id, version };
    },
  };
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Serves releases like a remote; `tamper` may change what is sent. */
async function serve(current: () => Release, tamper = (_path: string, body: Buffer) => body): Promise<string> {
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    if (url === '/mallhive-manifest.json') return void response.end(JSON.stringify(current().manifest));
    const [, , , , side, ...path] = url.split('/');
    const body = current()[side as 'server' | 'browser'].get(path.join('/'));
    if (body) response.end(tamper(path.join('/'), body));
    else response.writeHead(404).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function remoteOf(origin: string, options: { broken?: Set<string>; hostless?: () => boolean } = {}) {
  const bridge = new Bridge();
  const host = fakeHost(bridge, options.broken ?? new Set());
  const messages: string[] = [];
  const log = (message: string) => messages.push(message);
  const remote = new Remote({
    name: 'cart',
    origin,
    bridge,
    log,
    host: () => (options.hostless?.() ? undefined : host),
  });
  return { remote, bridge, host, messages };
}

describe('Remote', () => {
  it('becomes active when everything was verified and loaded', async () => {
    const { remote } = remoteOf(await serve(() => release('aaaaaaaa')));
    await remote.check();
    expect(remote.status()).toMatchObject({ version: 'aaaaaaaa', reachable: true, error: null });
    expect(remote.active?.modules.get('Page.loader')).toEqual({ id: 'cart/Page.loader', version: 'aaaaaaaa' });
  });

  it.each(['remoteEntry.js', 'static/chunks/remoteEntry.js'])(
    'does not take a release with a flipped byte in %s',
    async (bad) => {
      let tampered = true;
      const origin = await serve(
        () => release('aaaaaaaa'),
        (path, body) => (tampered && path === bad ? Buffer.concat([body, Buffer.from(' ')]) : body),
      );
      const { remote, host } = remoteOf(origin);
      await remote.check();
      expect(remote.active).toBeUndefined();
      expect(host.registered).toEqual([]);
      expect(remote.status().error).toContain('is not what the manifest says');
      tampered = false;
      await remote.check();
      expect(remote.status()).toMatchObject({ version: 'aaaaaaaa', error: null });
    },
  );

  it('keeps the last good release when the next one throws, and registers it again', async () => {
    let current = release('aaaaaaaa');
    const broken = new Set(['bbbbbbbb']);
    const { remote, host, bridge } = remoteOf(await serve(() => current), { broken });
    await remote.check();
    const good = host.registered[0];
    current = release('bbbbbbbb');
    await remote.check();
    expect(remote.status()).toMatchObject({ version: 'aaaaaaaa', reachable: false, error: 'module throws' });
    expect(host.registered.at(-1)).toBe(good);
    expect(bridge.loadEntry('cart', good ?? '')).toEqual({ version: 'aaaaaaaa' });
    current = release('cccccccc');
    await remote.check();
    expect(remote.status()).toMatchObject({ version: 'cccccccc', error: null });
  });

  it('keeps the two releases before the current one for pages that are still open, and no more', async () => {
    let current = release('aaaaaaaa');
    const { remote } = remoteOf(await serve(() => current));
    for (const version of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd']) {
      current = release(version);
      await remote.check();
    }
    expect(remote.release('aaaaaaaa')).toBeUndefined();
    for (const version of ['bbbbbbbb', 'cccccccc', 'dddddddd']) expect(remote.release(version)).toBeDefined();
  });

  it('waits with verified files until the shell has a runtime', async () => {
    let hostless = true;
    const { remote } = remoteOf(await serve(() => release('aaaaaaaa')), { hostless: () => hostless });
    await remote.check();
    expect(remote.status()).toMatchObject({ version: null, reachable: true });
    hostless = false;
    await remote.check();
    expect(remote.status().version).toBe('aaaaaaaa');
  });

  it('says once that a remote is away, and that it is back', async () => {
    const origin = await serve(() => release('aaaaaaaa'));
    servers[0]?.close();
    const { remote, messages } = remoteOf(origin);
    await remote.check();
    await remote.check();
    expect(messages).toEqual(['remote failed']);
  });
});

describe('Bridge', () => {
  it('gives nothing that is not in a verified release', () => {
    const bridge = new Bridge();
    const entry = bridge.add(release('aaaaaaaa'));
    expect(() => bridge.read(entry.replace('remoteEntry', 'other'))).toThrow('in no verified release');
    expect(() => bridge.read('http://127.0.0.1:1/remoteEntry.js')).toThrow('in no verified release');
    bridge.remove(release('aaaaaaaa'));
    expect(() => bridge.read(entry)).toThrow('in no verified release');
  });
});
