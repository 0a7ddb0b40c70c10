import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { generate } from '../prepare-workspace.ts';
import { requireOpenSearch } from '../test/opensearch.ts';

/** `npm run bench:search`: how well and how fast searches find, on both engines; needs nothing but the data set. */
export default async function benchSearch(args: string[]): Promise<number> {
  await requireOpenSearch();
  await generate();
  const child = spawn(process.execPath, [path.join(root, 'packages/testing/src/bench/search.ts'), ...args], {
    cwd: process.env.INIT_CWD ?? root,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
