import { describe, expect, it } from 'vitest';
import type { Manifest } from '../manifest.ts';
import { Registry } from './registry.ts';

const files = { 'entry.js': 'sha384-e', 'a.js': 'sha384-a', 'b.js': 'sha384-b', 's.css': 'sha384-s' };

function registryWith(versions: Record<string, string>) {
  const registry = new Registry({
    host: 'shell',
    remotes: { product: 'http://127.0.0.1:1', cart: 'http://127.0.0.1:1' },
    pollMs: 60_000,
    integrity: true,
    log: () => {},
  });
  const modules: Record<string, Manifest['modules']> = {
    product: {
      Page: { loader: true, uses: ['cart/Add', 'product/Card'], scripts: ['a.js'], styles: ['s.css'] },
      Card: { loader: false, uses: [], scripts: ['a.js', 'b.js'], styles: ['s.css'] },
    },
    cart: { Add: { loader: false, uses: ['product/Page'], scripts: ['a.js'], styles: [] } },
  };
  for (const [name, version] of Object.entries(versions)) {
    const manifest: Manifest = {
      schema: 1,
      name,
      version,
      modules: modules[name] ?? {},
      browser: { entry: 'entry.js', files },
      server: { entry: 'entry.js', files: {} },
    };
    const remote = registry.remotes.get(name);
    if (remote) remote.active = { release: { manifest, browser: new Map(), server: new Map() }, modules: new Map() };
  }
  return registry;
}

describe('Registry', () => {
  it('describes a page with all that its modules use, each file once', () => {
    const page = registryWith({ product: 'p1', cart: 'c1' }).describe(['product/Page']);
    expect(page.modules).toEqual(['product/Page', 'cart/Add', 'product/Card']);
    expect(page.missing).toEqual([]);
    expect(page.pins.product).toEqual({
      version: 'p1',
      entry: '/_mf/product/p1/browser/entry.js',
      integrity: 'sha384-e',
      scripts: [
        ['/_mf/product/p1/browser/a.js', 'sha384-a'],
        ['/_mf/product/p1/browser/b.js', 'sha384-b'],
      ],
      styles: [['/_mf/product/p1/browser/s.css', 'sha384-s']],
    });
  });

  it('names what is missing: a remote that is away, a module it does not have, a remote nobody configured', () => {
    const page = registryWith({ product: 'p1' }).describe(['product/Page', 'product/Gone', 'evil/Page']);
    expect(page.missing).toEqual(['product/Gone', 'evil/Page', 'cart/Add']);
    expect(Object.keys(page.pins)).toEqual(['product']);
  });

  it('knows that a page is out of date when a release changed or something missing came back', () => {
    const page = registryWith({ product: 'p1' }).describe(['product/Page']);
    expect(registryWith({ product: 'p1' }).isCurrent(page)).toBe(true);
    expect(registryWith({ product: 'p2' }).isCurrent(page)).toBe(false);
    expect(registryWith({ product: 'p1', cart: 'c1' }).isCurrent(page)).toBe(false);
  });

  it('gives a page the sections of texts that its modules name, in one language, and waits for nobody', () => {
    const registry = registryWith({ product: 'p1', cart: 'c1' });
    const { active } = registry.remotes.get('product') ?? {};
    if (!active) throw new Error('no release');
    active.release.manifest.modules.Page = { ...active.release.manifest.modules.Page, texts: ['buy'] } as never;
    active.release.manifest.modules.Card = { ...active.release.manifest.modules.Card, texts: ['card'] } as never;
    const texts = (locale: string) => ({ buy: `buy ${locale}`, card: `card ${locale}`, alone: 'never' });
    active.modules.set('texts', { texts });
    const page = registry.describe(['product/Page']);
    expect(registry.texts(page, 'de')).toEqual({ product: { buy: 'buy de', card: 'card de' } });
    expect(registry.texts(registry.describe(['product/Card']), 'ar')).toEqual({ product: { card: 'card ar' } });
  });
});
