import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const packageDir = join(import.meta.dirname, '../..');
const command = join(packageDir, 'bin/mallhive-next.mjs');
export const fixtureDir = (app: 'remote' | 'shell') => join(packageDir, 'fixtures', app);

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const dir of ['src', 'fixtures']) {
    const entries = await readdir(join(packageDir, dir), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) {
      if (/[\\/](\.next|dist|testing|node_modules)[\\/]|next-env|\.test\.ts/.test(file)) continue;
      hash.update(file).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** Builds the fixture remote and shell for production, unless the last build is of the same sources. */
export async function buildFixtures(): Promise<void> {
  const hash = await sourceHash();
  for (const app of ['remote', 'shell'] as const) {
    const stamp = join(fixtureDir(app), '.next/fixture-sources');
    if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) continue;
    await promisify(execFile)(process.execPath, [command, 'build'], {
      cwd: fixtureDir(app),
      env: { ...process.env, NODE_ENV: 'production', NEXT_PUBLIC_EDITION: 'edition-000' },
    });
    await writeFile(stamp, hash);
  }
}
