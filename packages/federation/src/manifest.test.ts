import { describe, expect, it } from 'vitest';
import { integrityOf } from './build/release.ts';
import { manifestSchema } from './manifest.ts';

const hash = integrityOf('x');
const manifest = {
  schema: 1,
  name: 'cart',
  version: '0123456789abcdef',
  modules: { MiniCart: { loader: false, uses: [], scripts: ['static/chunks/a.js'], styles: [] } },
  browser: { entry: 'static/chunks/remoteEntry.js', files: { 'static/chunks/a.js': hash } },
  server: { entry: 'remoteEntry.js', files: { 'vendor-chunks/@scope+x@1.0.0.js': hash } },
};

describe('manifestSchema', () => {
  it('takes a manifest', () => expect(manifestSchema.parse(manifest)).toEqual(manifest));

  it.each([
    ['a path that climbs', { server: { entry: 'remoteEntry.js', files: { 'a/../../secret.js': hash } } }],
    ['an absolute path', { server: { entry: '/etc/passwd', files: {} } }],
    ['another address', { browser: { entry: 'https://elsewhere.example/a.js', files: {} } }],
    ['a weak hash', { browser: { entry: 'a.js', files: { 'a.js': 'sha256-abc' } } }],
    ['a name that is no name', { name: '../cart' }],
    ['a version that is no version', { version: 'v1/../../x' }],
  ])('refuses %s', (_, change) => {
    expect(manifestSchema.safeParse({ ...manifest, ...change }).success).toBe(false);
  });
});
