import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { say, step } from '../../bootstrap/say.mjs';
import { readConfig } from '../config.ts';
import { runOperation } from '../database.ts';
import { stopLeftovers } from '../leftovers.ts';
import { runUntilSignal } from '../run-until-signal.ts';
import { startStack } from '../stack.ts';

/** The shop that `npm run bench` measures: 1,000 products of 3 variants, ports and data of its own. */
export default async function benchShop(): Promise<number> {
  const dataDir = path.join(root, '.mallhive', 'bench');
  await stopLeftovers(dataDir);
  const config = readConfig({
    PORT_BASE: process.env.BENCH_PORT_BASE ?? '4300',
    MALLHIVE_DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
  });
  return runUntilSignal(
    () => startStack(config, { mode: 'start', seed: true, onNotice: (message) => say.note(message) }),
    async ({ databaseUrl }) => {
      await step('Fill the shop with 1,000 products of 3 variants', (update) =>
        runOperation('fill', config, databaseUrl, ['--products=1000', '--variants=3'], update),
      );
      say.line('ready to be measured');
    },
  );
}
