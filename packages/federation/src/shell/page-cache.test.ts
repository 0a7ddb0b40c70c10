import { beforeEach, describe, expect, it } from 'vitest';
import type { PageRemotes } from '../pins.ts';
import { setRegistry } from '../registry/global.ts';
import { Registry } from '../registry/registry.ts';
import PageCache, { pageCacheHas } from './page-cache.ts';
import { versionsOf } from './pages.ts';

const remotes: PageRemotes = { pins: {}, modules: [], missing: [] };
const page = (html: string, pageProps: object = { remotes }) => ({ kind: 'PAGES', html, pageData: { pageProps } });
const cache = new PageCache();
let current = true;

beforeEach(() => {
  current = true;
  class Fixed extends Registry {
    override isCurrent() {
      return current;
    }
  }
  setRegistry(new Fixed({ host: 'shell', remotes: {}, pollMs: 1_000, integrity: true, log: () => {} }));
});

describe('PageCache', () => {
  it('gives a page back while its releases are current, and not after', async () => {
    await cache.set('/en/p/lamp', page('lamp'));
    expect(await cache.get('/en/p/lamp')).toMatchObject({ value: { html: 'lamp' } });
    current = false;
    expect(await cache.get('/en/p/lamp')).toBeNull();
    expect(pageCacheHas('en', '/p/lamp')).toBe(false);
    expect(await cache.get('/p/unknown')).toBeNull();
  });

  it('never gives back a page that shows a fallback, and does not count it as good', async () => {
    await cache.set('/en/p/away', page('away', { remotes, wanted: 'product/ProductPage' }));
    expect(await cache.get('/en/p/away')).toBeNull();
    expect(pageCacheHas('en', '/p/away')).toBe(false);
    await cache.set('/en', page('home'));
    expect(pageCacheHas('en', '/')).toBe(true);
  });

  it('forgets the pages that were asked for longest ago when it is full', async () => {
    const big = 'x'.repeat(40 * 1024 * 1024);
    await cache.set('/a', page(big));
    await cache.set('/b', page('small'));
    await cache.get('/a');
    await cache.set('/c', page(big));
    expect(await cache.get('/a')).toBeNull();
    expect(await cache.get('/c')).not.toBeNull();
  });

  it('names the versions of a page that somebody has looked at, and always the plain one', async () => {
    expect(versionsOf('/p/unseen', ['EUR', 'JPY'])).toEqual(['/p/unseen']);
    for (const key of ['/en/p/vase', '/de/p/vase', '/en/~/EUR/p/vase', '/ar/~/JPY/p/vase', '/fr', '/de/~/EUR'])
      await cache.set(key, page('vase'));
    expect(versionsOf('/p/vase', ['EUR', 'JPY'])).toEqual([
      '/p/vase',
      '/~/EUR/p/vase',
      '/de/p/vase',
      '/ar/~/JPY/p/vase',
    ]);
    expect(versionsOf('/', ['EUR'])).toEqual(['/', '/de/~/EUR', '/fr']);
  });
});
