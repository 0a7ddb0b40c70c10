import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { openDashboard, unique } from './dashboard.ts';
import { expectAccessible } from './page-checks.ts';
import { sellerOrigin } from './people.ts';

const at = (path: string) => `${sellerOrigin}${path}`;

async function choose(page: Page, content: string, name = 'products.csv'): Promise<void> {
  await page.goto(at('/import'));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content, 'utf8') });
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()]);
  return readFile(await file.path(), 'utf8');
}

test('a file with wrong rows: mapped, imported, corrected in the file of errors, imported again', async ({ page }) => {
  test.slow();
  await openDashboard(page);
  const key = unique('hook').toLowerCase().replace(/\W+/g, '-');
  // A heading of its own, since the shop remembers what columns were.
  const place = unique('Where');
  const file = [
    `Handle;Title;${place};Status;SKU;Price;Stock`,
    `${key};Coat hook ${key};home-living;draft;${key}-1;12,50;4`,
    `${key}-b;Brass hook ${key};nowhere/at-all;draft;${key}-2;9,00;2`,
  ].join('\n');

  await test.step('an empty file is refused in words', async () => {
    await choose(page, '');
    await expect(page.getByText('This file has no rows.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('columns are guessed; what is not is mapped by hand', async () => {
    await choose(page, file);
    await expect(page.getByRole('heading', { name: 'What are these columns?' })).toBeVisible();
    await expect(page.getByLabel('Cells are divided by')).toHaveValue(';');
    await expect(page.getByLabel('Price becomes')).toHaveValue('price_gbp');
    await expect(page.getByLabel(`${place} becomes`)).toHaveValue('');
    await page.getByLabel(`${place} becomes`).selectOption('sku');
    await expect(page.getByText('Another column fills this field already')).toBeVisible();
    await page.getByLabel(`${place} becomes`).selectOption('category');
    await expectAccessible(page);
  });

  await test.step('the good product is imported, the wrong row is named', async () => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText('The good products are imported; 1 row is wrong.')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('There is no such category')).toBeVisible();
    await expectAccessible(page);
  });

  const errors = await download(page, 'Download the wrong rows');
  expect(errors).toContain('category: There is no such category');

  await test.step('the corrected file of errors is imported, with the mapping of last time', async () => {
    await choose(page, errors.replace('nowhere/at-all', 'home-living'), 'corrected.csv');
    await page.getByLabel(`${place} becomes`).selectOption('category');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText('The file is imported.')).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the first file again changes nothing more than it must', async () => {
    await choose(page, file);
    await expect(page.getByText('Mapped as last time')).toBeVisible();
    await page.getByLabel('Only check the file').check();
    await page.getByRole('button', { name: 'Only check the file' }).click();
    await expect(page.getByText('1 row is wrong. Nothing was written yet.')).toBeVisible({ timeout: 30_000 });
  });

  await page.goto(at(`/products?q=${encodeURIComponent(key)}`));
  await expect(page.getByText(`Coat hook ${key}`).filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText(`Brass hook ${key}`).filter({ visible: true }).first()).toBeVisible();
});

test('products go into a file, and the file imported again changes nothing', async ({ page }) => {
  test.slow();
  await openDashboard(page);
  await page.goto(at('/export'));
  await page.getByLabel('Status').selectOption('published');
  await page.getByRole('button', { name: 'Make the file' }).click();
  await expect(page.getByRole('link', { name: /^Download the file of/ }).first()).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  const file = await download(page, 'Download the file of');
  expect(file.split('\r\n').length).toBeGreaterThan(3);

  await choose(page, file, 'exported.csv');
  // Other tests buy from this shop meanwhile, so that its stock is not what it was.
  await page.getByLabel(/^stock becomes$/i).selectOption('');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('The file is imported.')).toBeVisible({ timeout: 30_000 });
  const figure = (label: string) => page.locator('dl > div', { hasText: label }).locator('dd');
  await expect(figure('New')).toHaveText('0');
  await expect(figure('Changed').first()).toHaveText('0');
  await expect(figure('Left out')).toHaveText('0');
});

test('an import that does not exist says so', async ({ page }) => {
  await openDashboard(page);
  await page.goto(at('/import/01900000-0000-7000-8000-000000000000'));
  await expect(page.getByText('We could not find that')).toBeVisible();
});
