import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { RemoteConfig, ShellConfig } from '../types.ts';
import { type OutsideSources, readOutsideSources } from './security-headers.ts';

export type Mode = 'build' | 'dev' | 'start';

export interface AppOptions {
  mode: Mode;
  appDir: string;
  distDir: string;
  port: number;
  hostname: string;
  apiUrl: string;
  internalSecret: string;
  /** Origins beside its own that the app's pages may use. */
  outside: OutsideSources;
  /** Absent for an app that neither offers nor uses remotes. */
  federation?: RemoteConfig & Partial<ShellConfig>;
}

const modes: readonly string[] = ['build', 'dev', 'start'];

export async function readOptions(argv: string[]): Promise<AppOptions> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      port: { type: 'string', short: 'p', default: process.env.PORT ?? '3000' },
      hostname: { type: 'string', short: 'H', default: '127.0.0.1' },
    },
  });
  const mode = positionals[0] ?? '';
  if (!modes.includes(mode)) throw new Error('Usage: mallhive-next build | dev | start [-p port] [-H hostname]');
  const appDir = process.cwd();
  const config = join(appDir, 'federation.config.mjs');
  const federation = existsSync(config) ? (await import(pathToFileURL(config).href)).default : undefined;
  const dist = process.env.MALLHIVE_DIST_DIR || '.next';
  return {
    mode: mode as Mode,
    appDir,
    distDir: join(appDir, mode === 'dev' ? join(dist, 'dev') : dist),
    port: Number(values.port),
    hostname: values.hostname,
    apiUrl: process.env.API_URL || `http://127.0.0.1:${Number(process.env.PORT_BASE || 3000) + 7}`,
    internalSecret: process.env.INTERNAL_SECRET ?? '',
    outside: readOutsideSources(process.env),
    federation,
  };
}
