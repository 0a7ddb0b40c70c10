import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/prepare.mjs';
import { explain } from '../bootstrap/problem.mjs';
import { run } from '../bootstrap/run.mjs';
import { step } from '../bootstrap/say.mjs';

const logs = path.join(root, '.mallhive', 'logs');

/** Runs Turborepo tasks; whatever did not change comes from its cache. Throws Problem with the failing task's output. */
export async function turbo(title: string, tasks: string[], options: string[] = []): Promise<void> {
  await step(title, async (update) => {
    const { code, output } = await run(
      'turbo',
      ['run', ...tasks, '--output-logs=new-only', '--log-order=grouped', ...options],
      {
        cwd: root,
        onLine: (line) => update(line.replace(/^@mallhive\//, '').slice(0, 70)),
      },
    );
    if (code === 0) return;
    mkdirSync(logs, { recursive: true });
    const logFile = path.join(logs, 'build.log');
    writeFileSync(logFile, output);
    throw explain(title, output, logFile);
  });
}

/** Database client, then every app's production build. */
export async function buildAll(): Promise<void> {
  await turbo('Build apps', ['build'], ['--concurrency=2']);
}

/** Database client alone: what development, tests and types need. */
export async function generate(): Promise<void> {
  await turbo('Generate the database client', ['generate']);
}
