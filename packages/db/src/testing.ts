/// <reference path="./testing/global-setup.ts" />
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, type Database } from './database.ts';

export { startDisposablePostgres } from './disposable.ts';

export interface TestDatabase {
  db: Database;
  url: string;
  /** Texts of the statements sent since the last `statements.length = 0`; BEGIN and COMMIT included. */
  statements: string[];
  /** Call in `afterAll`. */
  close(): Promise<void>;
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A migrated, empty database of its own for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject('postgres');
  const name = `mallhive_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `create database "${name}" template "${template}"`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const statements: string[] = [];
  const db = createDatabase({
    url: url.href,
    applicationName: 'mallhive-test',
    maximumConnections: 6,
    onStatement: (text) => statements.push(text),
  });
  return {
    db,
    url: url.href,
    statements,
    close: async () => {
      await db.close();
      await asAdmin(adminUrl, `drop database if exists "${name}" with (force)`);
    },
  };
}

/** The statements that `work` sends, without those that only frame a transaction. */
export async function countStatements(test: TestDatabase, work: () => Promise<unknown>): Promise<number> {
  test.statements.length = 0;
  await work();
  return test.statements.filter((text) => !/^(begin|commit|rollback|savepoint|release)\b/i.test(text)).length;
}
