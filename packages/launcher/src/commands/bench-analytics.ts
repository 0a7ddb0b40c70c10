import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { generate } from '../prepare-workspace.ts';

/** `npm run bench:analytics`: the real orders as figures, and what dashboards take; needs nothing but the data set. */
export default async function benchAnalytics(args: string[]): Promise<number> {
  await generate();
  const child = spawn(process.execPath, [path.join(root, 'packages/testing/src/bench/analytics.ts'), ...args], {
    cwd: process.env.INIT_CWD ?? root,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
