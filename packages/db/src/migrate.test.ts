import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ensureDatabase, migrate, readMigrations } from './migrate.ts';
import { migrationsDir } from './paths.ts';

const url = new URL(inject('postgres').adminUrl);
url.pathname = `/mallhive_migrate_${process.pid}`;
let copy: string;

beforeAll(async () => {
  await ensureDatabase(url.href);
  copy = await mkdtemp(join(tmpdir(), 'mallhive-migrations-'));
  await cp(migrationsDir, copy, { recursive: true });
});
afterAll(() => rm(copy, { recursive: true, force: true }));

test('applies everything once, also when several processes start together, and writes the ledger', async () => {
  const runs = await Promise.all([1, 2, 3].map(() => migrate({ url: url.href, migrationsDir: copy })));
  const names = (await readMigrations(copy)).map(({ name }) => name);
  expect(runs.flat().sort()).toEqual(names);
  expect(await migrate({ url: url.href, migrationsDir: copy })).toEqual([]);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const { rows } = await client.query(
    'select count(*)::int as n from _prisma_migrations where finished_at is not null',
  );
  await client.end();
  expect(rows).toEqual([{ n: names.length }]);
});

test('refuses a migration that was changed after it was applied', async () => {
  await writeFile(join(copy, '20261123000000_init/migration.sql'), 'select 1;');
  await expect(migrate({ url: url.href, migrationsDir: copy })).rejects.toThrow(/was changed after it was applied/);
});
