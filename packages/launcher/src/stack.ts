import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/prepare.mjs';
import { step } from '../bootstrap/say.mjs';
import { type AppName, type LauncherConfig, remoteNames, type ServiceName } from './config.ts';
import { type RunningDatabase, startDatabase } from './database.ts';
import { forgetRun, rememberRun } from './leftovers.ts';
import { requireFreePorts } from './ports.ts';
import { type RunningService, type ServiceDefinition, startService } from './services.ts';

export interface Stack {
  databaseUrl: string;
  services: RunningService[];
  /** Web apps, then the API, then PostgreSQL. May be called twice. */
  stop(): Promise<void>;
}

const webApps = ['shell', ...remoteNames, 'seller'] as const;
export const allServices: readonly AppName[] = ['api', ...webApps];

/** The Next.js command of an app, as its own package.json names it. */
function webService(config: LauncherConfig, name: (typeof webApps)[number], mode: 'start' | 'dev'): ServiceDefinition {
  const port = config.port(name);
  return {
    name,
    cwd: path.join(root, 'apps', name),
    command: process.execPath,
    args: [path.join(root, 'packages/federation/bin/mallhive-next.mjs'), mode, '-p', String(port), '-H', '127.0.0.1'],
    env: {
      ...config.environment,
      PORT: String(port),
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      NEXTAUTH_URL: `http://localhost:${port}`,
    },
    healthUrl: `http://127.0.0.1:${port}/api/healthz`,
  };
}

/**
 * What a request or a portion of an import needs is small and soon done with: a young heap that fits the processor's cache
 * answers lists with a tenth less CPU, and an import of 100,000 rows stays 150 MB smaller.
 */
const smallYoungHeap = '--max-semi-space-size=4';

function apiService(config: LauncherConfig, databaseUrl: string, mode: 'start' | 'dev'): ServiceDefinition {
  return {
    name: 'api',
    cwd: path.join(root, 'apps/api'),
    command: process.execPath,
    args:
      mode === 'dev'
        ? ['--watch', '--watch-preserve-output', 'src/main.ts']
        : [smallYoungHeap, '--enable-source-maps', 'dist/main.mjs'],
    env: {
      ...config.environment,
      PORT: String(config.port('api')),
      DATABASE_URL: databaseUrl,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
    },
    healthUrl: `http://127.0.0.1:${config.port('api')}/readyz`,
  };
}

const compositionTimeout = 60_000;

/** Those of the remotes that the shell has not loaded yet. */
async function missingRemotes(shell: string, wanted: readonly string[]): Promise<string[]> {
  const response = await fetch(`${shell}/api/healthz`, { signal: AbortSignal.timeout(3_000) });
  const { remotes = [] } = (await response.json()) as { remotes?: { name: string; version: string | null }[] };
  return wanted.filter((name) => !remotes.find((remote) => remote.name === name)?.version);
}

/** A shell is up before it has its remotes; the shop is open when it has them all. */
async function untilComposed(
  shell: string,
  wanted: readonly string[],
  onNotice: (message: string) => void,
): Promise<void> {
  const until = performance.now() + compositionTimeout;
  for (;;) {
    const missing = await missingRemotes(shell, wanted).catch(() => wanted);
    if (missing.length === 0) return;
    if (performance.now() > until) {
      onNotice(`The shell could not load ${missing.join(', ')}: those parts show a fallback until it can`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export interface StackOptions {
  mode: 'start' | 'dev';
  /** Which services to start; all by default. */
  services?: readonly AppName[];
  /** Fill an empty shop with the demo data. */
  seed: boolean;
  onNotice: (message: string) => void;
}

/**
 * Starts PostgreSQL (embedded unless DATABASE_URL is set), migrates, seeds, and starts the services until each is healthy.
 * Whatever fails, what was started is stopped again before the error reaches the caller.
 */
export async function startStack(config: LauncherConfig, options: StackOptions): Promise<Stack> {
  const wanted = options.services ?? allServices;
  const web = webApps.filter((name) => wanted.includes(name));
  const own: ServiceName[] = [...web, 'api', ...(config.environment.INNGEST_BASE_URL ? [] : (['inngest'] as const))];
  await requireFreePorts(config, config.databaseUrl ? own : [...own, 'postgres']);

  const logDir = path.join(config.dataDir, 'logs');
  mkdirSync(logDir, { recursive: true });
  let database: RunningDatabase | undefined;
  const services: RunningService[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      const api = services.filter(({ name }) => name === 'api');
      await Promise.all(services.filter(({ name }) => name !== 'api').map((service) => service.stop()));
      await Promise.all(api.map((service) => service.stop()));
      await database?.stop();
      forgetRun(config.dataDir);
    })();
    return stopping;
  };

  try {
    database = await startDatabase(config, { seed: options.seed });
    const databaseUrl = database.url;
    const start = async (definition: ServiceDefinition) => {
      const service = await startService(definition, logDir, options.onNotice);
      services.push(service);
    };
    await step(`Start ${wanted.length} services`, async (update) => {
      const all = [
        apiService(config, databaseUrl, options.mode),
        ...web.map((name) => webService(config, name, options.mode)),
      ];
      const results = await Promise.allSettled(
        all.map(async (definition) => {
          await start(definition);
          update(`${services.length} of ${all.length} healthy`);
        }),
      );
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      if (!web.includes('shell')) return;
      update('composing the shop');
      const remotes = remoteNames.filter((name) => wanted.includes(name));
      await untilComposed(`http://127.0.0.1:${config.port('shell')}`, remotes, options.onNotice);
    });
    rememberRun(config.dataDir, services);
    return { databaseUrl, services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
