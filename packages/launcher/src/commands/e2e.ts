import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { say } from '../../bootstrap/say.mjs';
import { readConfig } from '../config.ts';
import { stopLeftovers } from '../leftovers.ts';
import { type Stack, startStack } from '../stack.ts';
import { untilSignal } from '../until-signal.ts';

/** The shop that the browser tests drive: production builds, fresh demo data, ports of its own. Started by Playwright. */
export default async function e2e(): Promise<number> {
  const dataDir = path.join(root, '.mallhive', 'e2e');
  await stopLeftovers(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const config = readConfig({
    PORT_BASE: process.env.E2E_PORT_BASE ?? '4100',
    MALLHIVE_DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
  });
  let stack: Stack | undefined;
  const ended = untilSignal(async () => stack?.stop());
  stack = await startStack(config, { mode: 'start', seed: true, onNotice: (message) => say.note(message) });
  return ended;
}
