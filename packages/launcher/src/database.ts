import path from 'node:path';
import { root } from '../bootstrap/prepare.mjs';
import { explain, Problem } from '../bootstrap/problem.mjs';
import { run } from '../bootstrap/run.mjs';
import { step } from '../bootstrap/say.mjs';
import type { LauncherConfig } from './config.ts';

export interface RunningDatabase {
  url: string;
  stop(): Promise<void>;
}

/** An operation of the API's package, run from its source so that nothing has to be built for it. */
export async function runOperation(
  name: string,
  config: LauncherConfig,
  databaseUrl: string,
  args: string[] = [],
  onLine?: (line: string) => void,
): Promise<string> {
  const { code, output } = await run(process.execPath, [path.join(root, `apps/api/src/ops/${name}.ts`), ...args], {
    cwd: root,
    env: { ...process.env, ...config.environment, DATABASE_URL: databaseUrl },
    onLine,
  });
  if (code !== 0) throw explain(`Running ${name}`, output);
  return output;
}

/** The embedded server, or the one that DATABASE_URL names; migrated, and seeded when asked and empty. */
export async function startDatabase(config: LauncherConfig, options: { seed: boolean }): Promise<RunningDatabase> {
  // Loaded late: the generated client does not exist before the first build.
  const { migrate } = await import('@mallhive/db/migrate');
  let url = config.databaseUrl ?? '';
  let stop = async () => {};
  if (!url) {
    const { startEmbeddedPostgres } = await import('@mallhive/db/embedded');
    const server = await step('Start PostgreSQL (embedded)', () =>
      startEmbeddedPostgres({ dataDir: path.join(config.dataDir, 'postgres'), port: config.port('postgres') }),
    );
    url = server.url;
    stop = () => server.stop();
  }
  const databaseUrl = url;
  try {
    await step('Migrate the database', async (update) => {
      try {
        const applied = await migrate({ url: databaseUrl });
        update(`${applied.length} applied`);
      } catch (error) {
        if (!config.databaseUrl) throw error;
        throw new Problem(
          `The database of DATABASE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}`,
          'Check that the server runs, the database exists and the user may create schemas; or unset DATABASE_URL to use the embedded one.',
        );
      }
    });
    if (options.seed)
      await step('Seed the demo shop when empty', (update) => runOperation('seed', config, databaseUrl, [], update));
    return { url: databaseUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The database of a shop that runs already, else one started for this command alone. */
export async function connectOrStart(config: LauncherConfig): Promise<RunningDatabase> {
  if (!config.databaseUrl) {
    const { runningEmbeddedPostgres } = await import('@mallhive/db/embedded-running');
    const url = runningEmbeddedPostgres({ dataDir: path.join(config.dataDir, 'postgres') });
    if (url) return { url, stop: async () => {} };
  }
  return startDatabase(config, { seed: false });
}
