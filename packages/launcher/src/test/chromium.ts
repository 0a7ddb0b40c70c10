import { existsSync } from 'node:fs';
import { explain, Problem } from '../../bootstrap/problem.mjs';
import { run } from '../../bootstrap/run.mjs';
import { step } from '../../bootstrap/say.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser that CHROMIUM_PATH names or the machine has. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...usual].find((file) => file !== undefined && file !== '' && existsSync(file));
}

/** Runs apt-get as root, through sudo where we are not. */
async function aptGet(args: string[], update: (line: string) => void) {
  const root = process.getuid?.() === 0;
  return run(root ? 'apt-get' : 'sudo', root ? args : ['-n', 'apt-get', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    onLine: (line) => update(line.slice(0, 70)),
  });
}

/** A Chromium for the browser tests: the machine's own, else Debian's. Throws Problem where neither can be had. */
export async function requireChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) {
    throw new Problem(
      'The browser tests need Chromium or Chrome, and none was found.',
      'Install it, or name the executable: CHROMIUM_PATH=/path/to/chrome npm test',
    );
  }
  await step('Install Chromium', async (update) => {
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    ]) {
      const { code, output } = await aptGet(args, update);
      if (code !== 0) throw explain('Installing Chromium with apt-get', output);
    }
  });
  const installed = findChromium();
  if (!installed)
    throw new Problem(
      'apt-get installed no Chromium that can be found.',
      'Install Chromium yourself and set CHROMIUM_PATH.',
    );
  return installed;
}
