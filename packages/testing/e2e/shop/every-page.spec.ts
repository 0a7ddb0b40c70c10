import { readdirSync } from 'node:fs';
import path from 'node:path';
import { demoAccounts } from '@mallhive/seed';
import type { Page } from '@playwright/test';
import { openAdministration, openDashboard } from './dashboard.ts';
import { expectArabic, expectUsable } from './page-checks.ts';
import { sellerOrigin } from './people.ts';
import { expect, test } from './shop-test.ts';

/** Addresses of an app's pages, from its files: without those that name a thing, and those for when things go wrong. */
function pagesOf(app: string): string[] {
  const folder = path.resolve(import.meta.dirname, '../../../../apps', app, 'pages');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !/(^|\/)(_|api\/|\[|404|500)|\[/.test(file))
    .map((file) => `/${file.replace(/\.tsx$/, '').replace(/(^|\/)index$/, '')}`)
    .sort();
}

/** Opens a page, waits until it shows what it loads, and looks at it whole. */
async function look(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(200);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // What lies far below loads as it comes near.
  const loading = page.locator('[aria-busy="true"]');
  await expect(async () => {
    await page.evaluate(() => document.querySelector('[aria-busy="true"]')?.scrollIntoView());
    await expect(loading).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expectUsable(page);
}

test.beforeEach(async ({ page }, { project }) => {
  test.setTimeout(180_000);
  // One scheme a width: together the two projects see both.
  const colorScheme = project.name === 'phone' ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
});

test('everybody can use every page of the seller dashboard', async ({ page }) => {
  await openDashboard(page);
  const pages = pagesOf('seller').filter((address) => !/^\/(admin|sign-in)/.test(address));
  expect(pages.length).toBeGreaterThan(10);
  for (const address of pages) await look(page, sellerOrigin + address);
});

test('everybody can use every page of the administration', async ({ page }) => {
  await openAdministration(page);
  const pages = pagesOf('seller').filter((address) => address.startsWith('/admin'));
  expect(pages.length).toBeGreaterThan(7);
  for (const address of pages) await look(page, sellerOrigin + address);
});

test('everybody can use every page of the shop in Arabic, signed in', async ({ page }) => {
  const account = demoAccounts.find(({ role }) => role === 'shopper');
  if (!account) throw new Error('The demo shop has no shopper');
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/account$/);
  // Those for guests only, and the one that a link in a mail opens.
  const pages = pagesOf('shell').filter((address) => !/^\/(sign-in|register|unsubscribe)/.test(address));
  expect(pages.length).toBeGreaterThan(12);
  for (const address of pages) {
    await look(page, `/ar${address === '/' ? '' : address}`);
    await expectArabic(page);
  }
});
