import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { readConfig } from '../config.ts';
import { connectOrStart } from '../database.ts';
import { generate } from '../prepare-workspace.ts';

/** `npm run ledger`: of the running shop, or of its database alone. */
export default async function ledger(args: string[]): Promise<number> {
  await generate();
  const config = readConfig();
  const database = await connectOrStart(config);
  try {
    const child = spawn(process.execPath, [path.join(root, 'apps/api/src/ops/ledger.ts'), ...args], {
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
