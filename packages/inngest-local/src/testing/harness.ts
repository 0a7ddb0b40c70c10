import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { Inngest, type InngestFunction } from 'inngest';
import { Pool } from 'pg';
import type { InngestLocalOptions } from '../options.ts';
import { type InngestLocal, startInngestLocal } from '../start.ts';
import { type SeenCall, serveApp } from './serve-app.ts';

export interface Harness {
  client: Inngest;
  local: InngestLocal;
  pool: Pool;
  calls: SeenCall[];
  database: TestDatabase;
  appUrl: string;
  /** Rows of the executor's own tables. */
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Waits until every started run is over, and gives the runs of one function, oldest first. */
  runsOf(functionId: string, count?: number): Promise<RunSummary[]>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface RunSummary {
  id: string;
  status: string;
  output: unknown;
  error: { name: string; message: string } | null;
}

export async function until<Value>(
  probe: () => Promise<Value | undefined | false>,
  what: string,
  ms = 15_000,
): Promise<Value> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

export async function startHarness(
  makeFunctions: (client: Inngest) => InngestFunction.Any[],
  options: Partial<InngestLocalOptions> & { cloudMode?: boolean } = {},
): Promise<Harness> {
  const database = await createTestDatabase();
  const pool = new Pool({ connectionString: database.url, max: 4 });
  // Dropping the database at the end cuts off what is still closing.
  pool.on('error', () => {});
  const { cloudMode, ...given } = options;
  let baseUrl = '';
  const client = new Inngest({
    id: 'test',
    isDev: !cloudMode,
    logger: silent,
    eventKey: given.eventKey ?? 'local',
    signingKey: given.signingKey,
    // The port is known once the executor listens, after the app does.
    fetch: (input, init) => fetch(String(input).replace('http://executor.test', baseUrl), init),
    baseUrl: 'http://executor.test',
  });
  const calls: SeenCall[] = [];
  const app = await serveApp(client, makeFunctions(client), (call) => calls.push(call));

  async function start(): Promise<InngestLocal> {
    const local = await startInngestLocal({
      databaseUrl: database.url,
      port: 0,
      appUrls: [app.url],
      retryDelays: [20],
      ...given,
    });
    baseUrl = local.url;
    return local;
  }
  let local = await start();

  const harness: Harness = {
    client,
    get local() {
      return local;
    },
    pool,
    calls,
    database,
    appUrl: app.url,
    async rows<Row extends object>(sql: string, values: unknown[] = []) {
      return (await pool.query(sql, values)).rows as Row[];
    },
    async runsOf(functionId, count = 1) {
      return until(async () => {
        const runs = await harness.rows<RunSummary & { ended_at: Date | null }>(
          `SELECT id, status, output, error, ended_at FROM inngest_local.runs
           WHERE function_id = $1 ORDER BY created_at, id`,
          [functionId],
        );
        return runs.length >= count && runs.every((run) => run.ended_at) && runs;
      }, `${count} ended runs of ${functionId}`);
    },
    async restart() {
      await local.close();
      local = await start();
    },
    async close() {
      await local.close();
      app.server.closeAllConnections();
      await new Promise((resolve) => app.server.close(resolve));
      await pool.end();
      await database.close();
    },
  };
  await until(async () => {
    const apps = await harness.rows('SELECT FROM inngest_local.apps');
    return apps.length > 0;
  }, 'the app is registered');
  return harness;
}
