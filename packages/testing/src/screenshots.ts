import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { demoAccounts } from '@mallhive/seed';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from './bench/launch-options.ts';

/** Takes the README's screenshots of a shop that runs: `node packages/testing/src/screenshots.ts [PORT_BASE]`. */
const portBase = Number(process.argv[2] ?? 3000);
const shop = `http://localhost:${portBase}`;
const seller = `http://localhost:${portBase + 6}`;
const folder = path.resolve(import.meta.dirname, '../../../.github/screenshots');

async function take(page: Page, name: string): Promise<void> {
  // Figures and pictures that the browser asks for by itself are there before the shutter opens.
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === 'lazy'));
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(launchOptions());
try {
  const desktop = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await desktop.goto(shop);
  await take(desktop, 'home');
  await desktop.goto(`${shop}/c/home-living`);
  await take(desktop, 'category');
  const product = await desktop.getByRole('main').locator('a[href^="/p/"]').first().getAttribute('href');
  await desktop.goto(`${shop}${product}`);
  await take(desktop, 'product');
  await desktop.getByRole('main').getByRole('button', { name: 'Add to cart' }).first().click();
  await desktop.getByRole('main').getByText('Added to your cart.').first().waitFor({ state: 'attached' });
  await desktop.goto(`${shop}/checkout`);
  await take(desktop, 'checkout');

  const owner = demoAccounts.find(({ role }) => role === 'seller');
  if (!owner) throw new Error('The demo shop has no seller who can sign in');
  await desktop.goto(seller);
  await desktop.getByLabel('E-mail').fill(owner.email);
  await desktop.getByLabel('Password', { exact: true }).fill(owner.password);
  await desktop.getByRole('button', { name: 'Sign in' }).click();
  await desktop.getByRole('heading', { level: 1 }).waitFor();
  await desktop.waitForURL((url) => !url.pathname.includes('sign-in'));
  await take(desktop, 'seller');

  const phone = await browser.newPage({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1.5,
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  });
  await phone.goto(`${shop}${product}`);
  await take(phone, 'phone');
} finally {
  await browser.close();
}
