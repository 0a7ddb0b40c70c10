import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedUrl } from './embedded-url.ts';

/** The address of the embedded server that somebody else started on this data folder, or null when none runs. */
export function runningEmbeddedPostgres(options: { dataDir: string; database?: string }): string | null {
  const pidFile = join(options.dataDir, 'postmaster.pid');
  const passwordFile = `${options.dataDir}.password`;
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return null;
  // PostgreSQL's own format: process id, data folder, start time, port, …
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  const password = readFileSync(passwordFile, 'utf8').trim();
  const { dataDir, database = 'mallhive' } = options;
  return embeddedUrl({ dataDir, port: Number(port), password, database });
}
