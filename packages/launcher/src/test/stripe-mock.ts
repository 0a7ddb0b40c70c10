import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { explain } from '../../bootstrap/problem.mjs';
import { run } from '../../bootstrap/run.mjs';
import { step } from '../../bootstrap/say.mjs';
import { requirePythonTool } from './python-tool.ts';

const version = 'v0.203.0';
const folder = path.join(root, '.mallhive', 'tools', 'stripe-mock-bin');
/** Read by packages/testing/src/servers/stripe-mock.ts. */
const program = path.join(folder, 'stripe-mock');
const stamp = path.join(folder, version);
/** stripe-mock's own go.mod asks for 1.22. */
const oldestGo = 22;

/** The machine's own Go, else the one that a Python package carries. */
async function requireGo(): Promise<string> {
  const { code, output } = await run('go', ['version']);
  if (code === 0 && Number(/go1\.(\d+)/.exec(output)?.[1] ?? 0) >= oldestGo) return 'go';
  await requirePythonTool('stripe-mock');
  return path.join(root, '.mallhive', 'tools', 'stripe-mock', 'bin', 'go');
}

/** stripe-mock, which checks the shape of every request to Stripe, built from the Go module proxy. Throws Problem where it cannot be had. */
export async function requireStripeMock(): Promise<void> {
  if (existsSync(program) && existsSync(stamp)) return;
  const go = await requireGo();
  await step('Bring stripe-mock for the tests', async (update) => {
    await mkdir(folder, { recursive: true });
    const { code, output } = await run(go, ['install', `github.com/stripe/stripe-mock@${version}`], {
      env: { ...process.env, GOBIN: folder, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod', CGO_ENABLED: '0' },
      onLine: (line) => update(line.trim().slice(0, 70)),
    });
    if (code !== 0) throw explain('Building stripe-mock with Go', output);
    await mkdir(stamp, { recursive: true });
  });
}
