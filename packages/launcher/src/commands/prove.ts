import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../bootstrap/prepare.mjs';
import { Problem } from '../../bootstrap/problem.mjs';
import { readConfig } from '../config.ts';
import { connectOrStart } from '../database.ts';
import { generate, turbo } from '../prepare-workspace.ts';

/** The long versions of tests that `npm test` runs in short: what they are, and what they understand as environment. */
const proofs: Record<string, { file: string; long: Record<string, string>; build?: string }> = {
  model: { file: 'apps/api/src/proof/model.test.ts', long: { PROVE_RUNS: '300', PROVE_LENGTH: '60' } },
  races: { file: 'apps/api/src/proof/races.test.ts', long: { PROVE_SHOPPERS: '400' } },
  faults: { file: 'apps/api/src/proof/faults.test.ts', long: { PROVE_KILLS: 'all', PROVE_ORDERS: '60' } },
  provider: { file: 'apps/api/src/proof/faulty-provider.test.ts', long: { PROVE_ORDERS: '300' } },
  notifications: {
    file: 'apps/api/src/proof/notifications.test.ts',
    long: { PROVE_MESSAGES: '10000', PROVE_KILLS: '40', PROVE_ORDERS: '3000' },
  },
  crowd: {
    file: 'apps/api/src/proof/crowd.test.ts',
    long: {
      PROVE_ATTEMPTS: '100000',
      PROVE_UNITS: '1000',
      PROVE_SHOPPERS: '200',
      PROVE_KILLS: '20',
      PROVE_BUNDLE: 'true',
    },
    build: '@mallhive/app-api',
  },
};

function visible(command: string, args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Of the shop that runs, or of its database alone. */
async function invariants(args: string[]): Promise<number> {
  const config = readConfig();
  const database = await connectOrStart(config);
  try {
    const file = path.join(root, 'packages/testing/src/model/check-invariants.ts');
    return await visible(process.execPath, [file, ...args], { DATABASE_URL: database.url });
  } finally {
    await database.stop();
  }
}

/** `npm run prove -- model --runs=1000`, `--seed=… --path=…` to repeat a failure; `npm run prove -- invariants`. */
export default async function prove(args: string[]): Promise<number> {
  const [name = '', ...rest] = args;
  await generate();
  if (name === 'invariants') return invariants(rest);
  if (name === 'mutation')
    return visible(process.execPath, [path.join(root, 'packages/testing/src/mutation/main.ts'), ...rest], {});
  const proof = proofs[name];
  if (!proof) {
    const names = [...Object.keys(proofs), 'invariants', 'mutation'].join(', ');
    throw new Problem(`npm run prove does not know "${name}".`, `Use npm run prove -- one of: ${names}`);
  }
  if (proof.build) await turbo(`Build ${proof.build}`, ['build'], [`--filter=${proof.build}`]);
  // --runs=5 is PROVE_RUNS=5: each test says what it understands.
  const { tokens } = parseArgs({ args: rest, strict: false, tokens: true, options: {} });
  const asked = tokens.flatMap((token) =>
    token.kind === 'option' ? [[`PROVE_${token.name.toUpperCase()}`, token.value ?? 'true'] as const] : [],
  );
  return visible('vitest', ['run', proof.file], { ...proof.long, ...Object.fromEntries(asked) });
}
