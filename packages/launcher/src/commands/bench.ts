import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { buildAll } from '../prepare-workspace.ts';

/** `npm run bench`: everything built, then the benchmarks one after another; one table of ratios. */
export default async function bench(args: string[]): Promise<number> {
  await buildAll();
  const child = spawn(process.execPath, [path.join(root, 'packages/testing/src/bench/main.ts'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
