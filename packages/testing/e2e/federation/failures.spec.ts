import { type Behaviour, edition, freePort, startFakeRemote, startFixtureShell } from '@mallhive/federation/testing';
import { expect, expectAlive, heading, test } from './federation-test.ts';

const healMs = 10_000;

for (const behaviour of ['hanging', 'html', 'lost-chunks', 'flipped'] satisfies Behaviour[]) {
  test(`a remote that is ${behaviour} at boot: fallbacks, a page that is 200, and healing`, async ({ built, page }) => {
    expect(built).toBeUndefined();
    const remote = await startFakeRemote(await edition(1));
    remote.behave(behaviour);
    const shell = await startFixtureShell(remote.origin);
    try {
      const answer = await page.goto(`${shell.origin}/hello/ann`);
      expect(answer?.status()).toBe(200);
      await expect(page.getByText('This part of the page is away')).toBeVisible();
      await expect(page.getByText('no header badge')).toBeVisible();
      remote.behave('well');
      await expect(heading(page)).toHaveText(/Hello ann, edition-001/, { timeout: healMs });
      await expect(page.getByText('badge for header')).toBeVisible({ timeout: healMs });
      await expectAlive(page);
    } finally {
      await shell.stop();
      await remote.stop();
    }
  });

  test(`a remote that turns ${behaviour}: its last good release goes on`, async ({ composed, page, complaints }) => {
    const { remote, shell } = composed;
    await page.goto(`${shell.origin}/hello/ann`);
    remote.deploy(await edition(2));
    remote.behave(behaviour);
    await page.waitForTimeout(5_000);
    for (const name of ['ann', 'bob']) {
      const answer = await page.goto(`${shell.origin}/hello/${name}`);
      expect(answer?.status()).toBe(200);
      await expect(heading(page)).toHaveText(`Hello ${name}, edition-001 edition`);
      await expectAlive(page);
    }
    remote.behave('well');
    await expect(async () => {
      await page.goto(`${shell.origin}/hello/ann`);
      await expect(heading(page)).toHaveText('Hello ann, edition-002 edition', { timeout: 100 });
    }).toPass({ timeout: healMs });
    expect(complaints).toEqual([]);
  });
}

test('a remote that is not there at boot and comes later', async ({ built, page }) => {
  expect(built).toBeUndefined();
  const port = await freePort();
  const shell = await startFixtureShell(`http://127.0.0.1:${port}`);
  try {
    const answer = await page.goto(`${shell.origin}/fresh/ann`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByText('This part of the page is away')).toBeVisible();
    const remote = await startFakeRemote(await edition(1), port);
    await expect(heading(page)).toHaveText(/Hello ann/, { timeout: healMs });
    await expectAlive(page);
    await remote.stop();
    expect((await page.goto(`${shell.origin}/hello/late`))?.status()).toBe(200);
    await expect(heading(page)).toHaveText(/Hello late/);
    await expectAlive(page);
  } finally {
    await shell.stop();
  }
});

test('one flipped byte on the way to the browser does not execute, and the slot heals', async ({ composed, page }) => {
  const { shell } = composed;
  let tampered = 0;
  const chunk = '**/_mf/greet/**/__federation_expose_GreetPage*.js';
  await page.route(chunk, async (route) => {
    const response = await route.fetch();
    tampered++;
    await route.fulfill({ response, body: `${await response.text()};globalThis.tampered=true` });
  });
  const refused = page.waitForEvent('console', (message) => message.text().includes('integrity'));
  expect((await page.goto(`${shell.origin}/hello/ann`))?.status()).toBe(200);
  await refused;
  await expect(page.getByText('Cannot load')).toBeVisible();
  expect(await page.evaluate('globalThis.tampered')).toBeUndefined();
  expect(tampered).toBeGreaterThan(0);
  // The other slot of the same remote lives on.
  await expect(page.locator('header [data-live="true"]')).toBeVisible();
  await page.unroute(chunk);
  await expect(heading(page)).toHaveText(/Hello ann/, { timeout: healMs });
  await expectAlive(page);
});

test('an entry that was tampered with does not execute', async ({ composed, page }) => {
  await page.route('**/_mf/greet/**/remoteEntry.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `globalThis.tampered=true;${await response.text()}` });
  });
  await page.goto(`${composed.shell.origin}/hello/ann`);
  await expect(page.getByText('Cannot load')).toBeVisible();
  expect(await page.evaluate('globalThis.tampered')).toBeUndefined();
});
