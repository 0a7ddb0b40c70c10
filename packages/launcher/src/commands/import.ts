import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { readConfig } from '../config.ts';
import { connectOrStart } from '../database.ts';
import { generate } from '../prepare-workspace.ts';

/**
 * The work needs little; without a limit Node would rather take memory than tidy up. The file's orders and what their
 * recommendations are counted from are 155 MB at most for half a million rows.
 */
const smallHeap = ['--max-old-space-size=256', '--max-semi-space-size=2'];

/** `npm run import -- --source online-retail FILE.csv.gz`: into the running shop, or into its database alone. */
export default async function importOrders(args: string[]): Promise<number> {
  await generate();
  const config = readConfig();
  const database = await connectOrStart(config);
  // Relative file names mean the folder the person stands in.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  try {
    const child = spawn(process.execPath, [...smallHeap, path.join(root, 'apps/api/src/ops/import.ts'), ...args], {
      cwd,
      env: { ...process.env, ...config.environment, DATABASE_URL: database.url },
      stdio: 'inherit',
    });
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 1));
    });
  } finally {
    await database.stop();
  }
}
