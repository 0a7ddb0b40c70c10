import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { scopeCss } from './scope-css.ts';

const require = createRequire(import.meta.url);

export function tailwindCli(): string {
  return join(dirname(require.resolve('@tailwindcss/cli/package.json')), 'dist/index.mjs');
}

export const remoteStyles = (appDir: string) => join(appDir, 'styles/remote.css');
export const builtStyles = (distDir: string) => join(distDir, 'cache/mallhive/remote.css');

/** The stylesheet of a remote's exposed modules, confined to them; undefined when it has none. */
export async function buildStyles(appDir: string, distDir: string, name: string): Promise<string | undefined> {
  const input = remoteStyles(appDir);
  if (!existsSync(input)) return undefined;
  const output = builtStyles(distDir);
  await mkdir(dirname(output), { recursive: true });
  await promisify(execFile)(process.execPath, [tailwindCli(), '-i', input, '-o', output, '--minify'], { cwd: appDir });
  return scopeCss(await readFile(output, 'utf8'), name);
}
