import { expect, type Page, test } from '@playwright/test';
import {
  change,
  type EditorProduct,
  makeProduct,
  openAdministration,
  openDashboard,
  picture,
  read,
  unique,
} from './dashboard.ts';
import { expectAccessible } from './page-checks.ts';
import { sellerOrigin } from './people.ts';

const at = (path: string) => `${sellerOrigin}${path}`;
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

test('a seller makes a product with options and pictures, publishes it, and it is in the shop', async ({ page }) => {
  test.slow();
  const sellerId = await openDashboard(page);
  const title = unique('Ash spoon');

  await test.step('nothing filled in is said beside the fields', async () => {
    await page.goto(at('/products/new'));
    await page.getByRole('button', { name: 'Create draft' }).click();
    await expect(page.getByText('Please fill this in.')).toHaveCount(2);
    await expectAccessible(page);
  });

  await test.step('title and category make a draft', async () => {
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Category').selectOption({ index: 2 });
    await page.getByRole('button', { name: 'Create draft' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });

  await test.step('words, also in Arabic from right to left', async () => {
    await page.getByRole('textbox', { name: 'Description', exact: true }).fill('Carved from one piece.');
    await page.getByRole('tab', { name: 'العربية' }).click();
    const arabic = page.getByRole('textbox', { name: 'Title', exact: true });
    await expect(arabic).toHaveAttribute('dir', 'rtl');
    await arabic.fill('ملعقة');
    await page.getByRole('tab', { name: 'English' }).click();
  });

  await test.step('a file that is no picture is refused in words, a picture is taken', async () => {
    const files = page.locator('input[type=file]');
    await files.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await expect(page.getByText('This is not a picture, or it is damaged.')).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await files.setInputFiles({ name: 'spoon.png', mimeType: 'image/png', buffer: picture });
    await page.getByLabel('What picture 1 shows').fill('A wooden spoon');
  });

  await test.step('options make the grid; it is filled from a spreadsheet', async () => {
    await page.getByRole('button', { name: 'Add an option' }).click();
    await page.getByLabel('Name of option 1').fill('Size');
    await page.getByLabel('Add a value, Size').fill('Small, Large');
    await page.getByLabel('Add a value, Size').press('Enter');
    await page.getByLabel('Price, Small').focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '12.50\t\t7\n15.00\t18.00\t4');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect(page.getByLabel('Price, Large')).toHaveValue('15.00');
    await expect(page.getByLabel('In stock, Large')).toHaveValue('4');
    await page.getByLabel('Before sale, Large').fill('14');
    await page.getByRole('radio', { name: /^Published/ }).check();
    await save(page).click();
    await expect(page.getByText('One field needs a look.')).toBeVisible();
    await expect(page.getByLabel('Before sale, Large')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('Before sale, Large').fill('18');
    await expectAccessible(page);
  });

  await test.step('it is published', async () => {
    await save(page).click();
    await expect(page.getByText('Saved. The shop shows it in a moment.')).toBeVisible();
    await expect(save(page)).toBeDisabled();
    const { items } = await read<{ items: { id: string }[] }>(page.request, 'catalog.sellerProducts', {
      sellerId,
      query: title,
    });
    const { product } = await read<{ product: EditorProduct & { variants: { prices: unknown }[] } }>(
      page.request,
      'catalog.sellerProduct',
      { sellerId, productId: items[0]?.id },
    );
    expect(product).toMatchObject({
      images: [{ alt: 'A wooden spoon' }],
      variants: [
        { prices: { GBP: { amount: 1250, compareAt: null } } },
        { prices: { GBP: { amount: 1500, compareAt: 1800 } } },
      ],
    });
  });

  await test.step('the shop shows it', async () => {
    const href = (await page.getByRole('link', { name: 'View in the shop' }).getAttribute('href')) ?? '';
    await expect(async () => {
      await page.goto(href);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 30_000 });
    await expect(page.getByText('£12.50').first()).toBeVisible();
  });
});

test('of two editors the second is told, and nothing is lost', async ({ page, browser }) => {
  test.slow();
  const sellerId = await openDashboard(page);
  const product = await makeProduct(page.request, sellerId, unique('Two editors'));
  const context = await browser.newContext();
  const other = await context.newPage();
  await openDashboard(other);
  for (const editor of [page, other]) {
    await editor.goto(at(`/products/${product.id}`));
    await expect(editor.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(product.title);
  }
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(`${product.title} first`);
  await page.getByRole('textbox', { name: /^Subtitle/ }).fill('From the first');
  await save(page).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await other.getByRole('textbox', { name: 'Title', exact: true }).fill(`${product.title} second`);
  await other.getByRole('textbox', { name: /^Brand/ }).fill('Second brand');
  await save(other).click();
  const dialog = other.getByRole('dialog', { name: 'Somebody else has changed this product' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('Subtitle')).toBeVisible();
  await expectAccessible(other);
  await dialog
    .getByRole('group', { name: 'Title' })
    .getByRole('radio', { name: /Theirs/ })
    .check();
  await dialog.getByRole('button', { name: 'Go on with these' }).click();
  await expect(other.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(`${product.title} first`);
  await expect(other.getByRole('textbox', { name: /^Subtitle/ })).toHaveValue('From the first');
  await expect(other.getByRole('textbox', { name: /^Brand/ })).toHaveValue('Second brand');
  await save(other).click();
  await expect(other.getByText('Saved.')).toBeVisible();
  const stored = await read<{ product: EditorProduct }>(page.request, 'catalog.sellerProduct', {
    sellerId,
    productId: product.id,
  });
  expect(stored.product).toMatchObject({ title: `${product.title} first`, brand: 'Second brand' });
  await context.close();
});

test('many products at once: some are refused and named, the rest is archived', async ({ page }) => {
  test.slow();
  const sellerId = await openDashboard(page);
  const mark = unique('Bulk');
  const priced = await makeProduct(page.request, sellerId, `${mark} one`);
  const bare = await makeProduct(page.request, sellerId, `${mark} two`, { price: null });
  await page.goto(at(`/products?q=${encodeURIComponent(mark)}`));
  for (const { title } of [priced, bare]) {
    await page
      .getByRole('checkbox', { name: `Select ${title}` })
      .locator('visible=true')
      .check();
  }
  const bar = page.getByRole('region', { name: 'Actions for the selection' });
  await expect(bar.getByText('2 selected')).toBeVisible();
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Publish' }).click();
  const outcome = page.getByRole('dialog', { name: 'What was changed' });
  await expect(outcome.getByText(bare.title)).toBeVisible();
  await outcome.getByRole('button', { name: 'Close' }).last().click();

  for (const { title } of [priced, bare]) {
    await page
      .getByRole('checkbox', { name: `Select ${title}` })
      .locator('visible=true')
      .check();
  }
  await bar.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('dialog', { name: 'Archive 2 products?' }).getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('2 products changed.')).toBeVisible();
  await page.getByRole('link', { name: /^Archived/ }).click();
  await expect(page).toHaveURL(/status=archived/);
  await expect(page.getByRole('link', { name: bare.title }).locator('visible=true')).toBeVisible();
});

test('a sale is planned, and one that overlaps is refused beside its field', async ({ page }) => {
  test.slow();
  const sellerId = await openDashboard(page);
  const product = await makeProduct(page.request, sellerId, unique('On sale'), { price: 2_000 });
  await page.goto(at(`/products/${product.id}`));
  await page.getByRole('button', { name: 'Plan a sale' }).click();
  const first = page.getByRole('group', { name: 'Sale 1' });
  await first.getByLabel('Per cent off').fill('25');
  await first.getByLabel('Begins').fill('2026-01-01T00:00');
  await save(page).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const { items } = await read<{ items: { price: { current: { amount: number } } }[] }>(
    page.request,
    'catalog.sellerProducts',
    { sellerId, query: product.title },
  );
  expect(items[0]?.price.current.amount).toBe(1_500);

  await page.getByRole('button', { name: 'Plan a sale' }).click();
  const second = page.getByRole('group', { name: 'Sale 2' });
  await second.getByLabel('Per cent off').fill('10');
  await save(page).click();
  await expect(page.getByText('Another sale covers part of this time.').first()).toBeVisible();
  await expectAccessible(page);
});

test('what is typed survives a failure and an accidental click; what is not there is said', async ({ page }) => {
  test.slow();
  const sellerId = await openDashboard(page);
  const product = await makeProduct(page.request, sellerId, unique('Careful'));
  await page.goto(at(`/products/${product.id}`));
  await page.getByRole('textbox', { name: /^Subtitle/ }).fill('Half a thought');
  await page.route('**/api/trpc/catalog.saveProduct**', (route) => route.abort());
  await save(page).click();
  await expect(page.getByText('That was not saved. Please try again.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Subtitle/ })).toHaveValue('Half a thought');
  await page.unroute('**/api/trpc/catalog.saveProduct**');

  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Products' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(page).toHaveURL(new RegExp(product.id));
  await expect(page.getByRole('textbox', { name: /^Subtitle/ })).toHaveValue('Half a thought');
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Products' }).click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/products$/);

  await page.goto(at('/products/00000000-0000-7000-8000-000000000000'));
  await expect(page.getByRole('heading', { name: 'We could not find that' })).toBeVisible();
  await page.route('**/api/trpc/**', (route) => route.abort());
  await page.goto(at('/products'));
  await expect(page.getByRole('heading', { name: 'We could not load this' })).toBeVisible({ timeout: 30_000 });
  await page.unroute('**/api/trpc/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Products' })).toBeVisible();
});

test('a product that is watched waits, is refused with a reason, and is approved', async ({ page, browser }) => {
  test.slow();
  const sellerId = await openDashboard(page);
  const product = await makeProduct(page.request, sellerId, unique('Watched'), { published: true });
  const context = await browser.newContext();
  const admin = await context.newPage();
  await openAdministration(admin);
  await change(admin.request, 'catalog.flagProduct', { productId: product.id, flagged: true, hide: true });
  await admin.goto(at('/admin/products'));
  const item = admin.getByRole('article', { name: product.title });
  await expect(item).toBeVisible();
  await expectAccessible(admin);
  await item.getByRole('button', { name: /^Do not approve/ }).click();
  await item.getByRole('button', { name: 'Do not approve' }).click();
  await expect(item.getByText('Please say why: the seller reads it.')).toBeVisible();
  await item.getByLabel('Reason').fill('The picture is missing.');
  await item.getByRole('button', { name: 'Do not approve' }).click();
  await expect(admin.getByText('Not approved. The seller is told why.')).toBeVisible();
  await expect(item).toHaveCount(0);

  await page.goto(at(`/products/${product.id}`));
  await expect(page.getByText(/The picture is missing\./)).toBeVisible();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(`${product.title} again`);
  await save(page).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await admin.reload();
  await admin.getByRole('button', { name: `Approve ${product.title} again`, exact: true }).click();
  await expect(admin.getByText('Approved.')).toBeVisible();
  await context.close();
});
