import { existsSync } from 'node:fs';
import { Problem } from '../../bootstrap/problem.mjs';
import { installDebianPackages } from './debian-packages.ts';

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

/** A Chromium for the browser tests: the machine's own, else Debian's. Throws Problem where neither can be had. */
export async function requireChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const remedy = 'Install Chromium or Chrome, or name the executable: CHROMIUM_PATH=/path/to/chrome npm test';
  await installDebianPackages('Chromium', ['chromium', 'fonts-liberation'], remedy);
  const installed = findChromium();
  if (!installed)
    throw new Problem(
      'apt-get installed no Chromium that can be found.',
      'Install Chromium yourself and set CHROMIUM_PATH.',
    );
  return installed;
}
