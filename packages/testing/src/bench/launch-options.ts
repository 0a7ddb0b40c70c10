import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

/** The machine's Chromium, quiet: it asks nothing of the network by itself. Throws when there is none. */
export function launchOptions(extra: string[] = []): LaunchOptions {
  const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (file) => file && existsSync(file),
  );
  if (!executablePath) throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH');
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...extra,
    ],
  };
}
