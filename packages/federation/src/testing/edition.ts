import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashes, withIntegrity } from '../build/release.ts';
import type { Manifest } from '../manifest.ts';
import type { Release } from '../registry/download.ts';
import { fixtureDir } from './fixtures.ts';

/** The fixture remote as if its text had been edited and it had been built again: `edition-007` instead of `edition-000`. */
export async function edition(number: number): Promise<Release> {
  const dist = join(fixtureDir('remote'), 'dist');
  const { version }: { version: string } = JSON.parse(await readFile(join(dist, 'current.json'), 'utf8'));
  const original: Manifest = JSON.parse(await readFile(join(dist, version, 'manifest.json'), 'utf8'));
  const text = `edition-${String(number).padStart(3, '0')}`;
  const files = async (side: 'browser' | 'server') => {
    const read = Object.keys(original[side].files).map(async (path): Promise<[string, Buffer]> => {
      const body = await readFile(join(dist, version, side, path));
      return [path, body.includes('edition-000') ? Buffer.from(body.toString().replaceAll('edition-000', text)) : body];
    });
    return new Map(await Promise.all(read));
  };
  const [browser, server] = await Promise.all([files('browser'), files('server')]);
  const made = createHash('sha256').update(text).update(version).digest('hex').slice(0, 16);
  const entry = browser.get(original.browser.entry)?.toString() ?? '';
  // What the release step put in front of the entry names the hashes of the original's chunks.
  const bare = entry.slice(entry.indexOf('(self.__mf_integrity??={});') + '(self.__mf_integrity??={});'.length);
  browser.set(original.browser.entry, withIntegrity(original.name, made, hashes(browser), Buffer.from(bare)));
  const manifest: Manifest = {
    ...original,
    version: made,
    browser: { ...original.browser, files: hashes(browser) },
    server: { ...original.server, files: hashes(server) },
  };
  return { manifest, browser, server };
}
