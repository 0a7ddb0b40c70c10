import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDisposablePostgres } from '../disposable.ts';
import { migrationsDir } from '../paths.ts';
import { filters, loadSchemaEngine } from '../schema-engine.ts';
import { readSchemaFiles } from '../schema-files.ts';

/**
 * `make-migration.ts init`: writes the SQL that makes an empty database from the schema files.
 * The engine asks a server for its version, so one is started for the moment. Until the first release this is the only generated migration.
 */
if (process.argv[2] !== 'init') {
  console.error('Usage: node packages/db/src/cli/make-migration.ts init');
  process.exit(1);
}
const files = await readSchemaFiles();
const server = await startDisposablePostgres();
const engine = await loadSchemaEngine(server.url, files);
const { stdout } = await engine.diff({
  from: { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files },
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters,
});
const directory = join(migrationsDir, '20261123000000_init');
await mkdir(directory, { recursive: true });
await writeFile(join(directory, 'migration.sql'), stdout ?? '');
await writeFile(
  join(migrationsDir, 'migration_lock.toml'),
  '# Written by Prisma; do not edit.\nprovider = "postgresql"\n',
);
console.log(`Wrote ${directory}/migration.sql`);
await engine.close();
await server.stop();
