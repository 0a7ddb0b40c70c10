import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../manifest.ts';

/** Where a remote's server finds what it offers: finished releases on disk, or the development server's output. */
export interface ReleaseSource {
  current(): Promise<Manifest | undefined>;
  read(version: string, side: 'browser' | 'server', path: string): Promise<Buffer | undefined>;
}

/** Finished releases; the current one is looked up each time, so that a deployment needs no restart. */
export function releasesOnDisk(folder: string): ReleaseSource {
  const manifests = new Map<string, Manifest>();
  const manifest = async (version: string) => {
    if (!/^[a-z0-9]+$/.test(version)) return undefined;
    const file = join(folder, version, 'manifest.json');
    if (!manifests.has(version) && existsSync(file)) manifests.set(version, JSON.parse(await readFile(file, 'utf8')));
    return manifests.get(version);
  };
  return {
    async current() {
      const file = join(folder, 'current.json');
      if (!existsSync(file)) return undefined;
      const { version }: { version: string } = JSON.parse(await readFile(file, 'utf8'));
      return manifest(version);
    },
    async read(version, side, path) {
      const known = (await manifest(version))?.[side].files[path];
      return known ? readFile(join(folder, version, side, path)).catch(() => undefined) : undefined;
    },
  };
}
