import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrationsDir } from './paths.ts';
import { filters, loadSchemaEngine } from './schema-engine.ts';
import { readSchemaFiles } from './schema-files.ts';

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export interface MigrateOptions {
  url: string;
  migrationsDir?: string;
  schemaDir?: string;
}

/** Two processes that migrate at once wait for each other on this advisory lock. */
const lockKey = 7_244_901;

export async function readMigrations(directory = migrationsDir): Promise<Migration[]> {
  const names = (await readdir(directory, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

interface LedgerRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

async function readLedger(client: pg.Client): Promise<LedgerRow[]> {
  const exists = await client.query<{ found: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as found`,
  );
  if (!exists.rows[0]?.found) return [];
  const ledger = await client.query<LedgerRow>(
    'select migration_name, checksum, finished_at from public._prisma_migrations where rolled_back_at is null',
  );
  return ledger.rows;
}

/** Names of migrations that the database has not seen. Throws when the ledger and the files disagree. */
export async function pendingMigrations(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const ledger = new Map((await readLedger(client)).map((row) => [row.migration_name, row]));
  for (const migration of migrations) {
    const row = ledger.get(migration.name);
    if (!row) continue;
    if (!row.finished_at) {
      throw new Error(
        `Migration ${migration.name} was started on this database and did not finish. Look at public._prisma_migrations.logs, repair, and set rolled_back_at or finished_at.`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new Error(
        `Migration ${migration.name} was changed after it was applied to this database. Restore the file, or start with an empty database.`,
      );
    }
  }
  return migrations.filter((migration) => !ledger.has(migration.name)).map((migration) => migration.name);
}

/** Creates the database named in the URL when the server does not have it. */
export async function ensureDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  const client = new pg.Client({ connectionString: target.href });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Applies what is missing and answers the names. Writes the same ledger as `prisma migrate deploy`. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(options.migrationsDir);
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const pending = await pendingMigrations(client, migrations);
    if (pending.length === 0) return [];
    const engine = await loadSchemaEngine(options.url, await readSchemaFiles(options.schemaDir));
    const applying = engine.applyMigrations({
      migrationsList: {
        baseDir: options.migrationsDir ?? migrationsDir,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters,
    });
    const { appliedMigrationNames } = await applying.finally(() => engine.close());
    return appliedMigrationNames;
  } finally {
    await client.end();
  }
}
