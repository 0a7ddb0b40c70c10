import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generatedDir, packageDir } from '../paths.ts';
import { readSchemaFiles, schemaHash } from '../schema-files.ts';

/**
 * Generates the Prisma client into src/generated, unless it is already that of the current schema.
 * Generation is WebAssembly; naming any executable as the schema engine keeps Prisma from downloading one.
 */
const require = createRequire(import.meta.url);
const prismaPackage = require.resolve('prisma/package.json');
const { version } = JSON.parse(await readFile(prismaPackage, 'utf8')) as { version: string };
const stamp = join(generatedDir, '.schema-hash');
const lock = join(packageDir, 'node_modules/.generate-lock');

async function isCurrent(): Promise<boolean> {
  const hash = schemaHash(await readSchemaFiles(), version);
  return (await readFile(stamp, 'utf8').catch(() => '')) === hash;
}

/** One generation at a time; a lock older than a minute belongs to a process that died. */
async function withLock(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch {
      const age = Date.now() - (await stat(lock).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
      if (age > 60_000) await rmdir(lock).catch(() => undefined);
      await sleep(100);
    }
  }
  try {
    await work();
  } finally {
    await rmdir(lock);
  }
}

if (process.argv.includes('--force') || !(await isCurrent())) {
  await withLock(async () => {
    if (!process.argv.includes('--force') && (await isCurrent())) return;
    const hash = schemaHash(await readSchemaFiles(), version);
    const result = spawnSync(
      process.execPath,
      [join(dirname(prismaPackage), 'build/index.js'), 'generate', '--config', join(packageDir, 'prisma.config.ts')],
      {
        cwd: packageDir,
        encoding: 'utf8',
        env: {
          ...process.env,
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      },
    );
    if (result.status !== 0) {
      console.error(result.stdout, result.stderr);
      process.exit(1);
    }
    await writeFile(stamp, hash);
    console.log('Prisma client generated.');
  });
}
