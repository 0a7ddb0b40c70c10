import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';
import { startDisposablePostgres } from '../disposable.ts';
import { ensureDatabase, migrate } from '../migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { adminUrl: string; template: string };
  }
}

/** TEST_DATABASE_URL: an outside server whose user may create databases; otherwise one is started for the run. */
const environment = z.object({ TEST_DATABASE_URL: z.url().optional() });

/** Once per run: a server and a migrated template database that `createTestDatabase` clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { TEST_DATABASE_URL } = environment.parse(process.env);
  const server = TEST_DATABASE_URL ? null : await startDisposablePostgres();
  const adminUrl = TEST_DATABASE_URL ?? server?.url ?? '';
  const template = `mallhive_template_${randomBytes(4).toString('hex')}`;
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  try {
    await ensureDatabase(url.href);
    await migrate({ url: url.href });
  } catch (error) {
    await server?.stop();
    throw error;
  }
  project.provide('postgres', { adminUrl, template });
  return async () => {
    if (server) return server.stop();
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(`drop database if exists ${client.escapeIdentifier(template)} with (force)`);
    await client.end();
  };
}
