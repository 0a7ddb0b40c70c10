import {
  buildFixtures,
  edition,
  type FakeRemote,
  type FixtureApp,
  startFakeRemote,
  startFixtureShell,
} from '@mallhive/federation/testing';
import { test as base, expect, type Page } from '@playwright/test';

interface Composed {
  remote: FakeRemote;
  shell: FixtureApp;
}

/** A shell and a remote of its own for each test; what the page says in its console is kept. */
export const test = base.extend<{ composed: Composed; complaints: string[] }, { built: undefined }>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
    async ({}, use) => {
      await buildFixtures();
      await use(undefined);
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  // biome-ignore lint/correctness/noUnusedFunctionParameters: names the fixture this one needs
  composed: async ({ built }, use) => {
    const remote = await startFakeRemote(await edition(1));
    const shell = await startFixtureShell(remote.origin);
    await expect(async () => {
      const { remotes } = await (await fetch(`${shell.origin}/api/healthz`)).json();
      expect(remotes[0].version).toBe((await edition(1)).manifest.version);
    }).toPass({ timeout: 30_000 });
    await use({ remote, shell });
    await shell.stop();
    await remote.stop();
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.location().url.endsWith('/favicon.ico')) return;
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await use(complaints);
  },
});
export { expect };

/** The remote's page has been hydrated: its button counts. */
export async function expectAlive(page: Page) {
  await page.getByRole('button', { name: /clicked/ }).click();
  await expect(page.getByRole('button', { name: 'clicked 1' })).toBeVisible();
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
