import { test as base, expect, type Page } from '@playwright/test';
import { type DevelopmentShop, startDevelopmentShop } from './development.ts';

/** Compilers that share a loaded machine with others; nothing here is about speed. */
const patience = 180_000;

interface Detail {
  product: { variants: { id: string; availableQuantity: number }[] };
}

const test = base.extend<object, { shop: DevelopmentShop & { product: string } }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
    async ({}, use) => {
      const shop = await startDevelopmentShop(['product']);
      await use({ ...shop, product: shop.origin + (await plentiful(shop.origin)) });
      await shop.stop();
    },
    { scope: 'worker', timeout: 4 * patience },
  ],
});
test.setTimeout(4 * patience);

async function query<Output>(origin: string, procedure: string, input: object): Promise<Output> {
  const answer = await fetch(`${origin}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return ((await answer.json()) as { result: { data: Output } }).result.data;
}

/** The page of a variant of which there are some. */
async function plentiful(origin: string): Promise<string> {
  const { items } = await query<{ items: { slug: string }[] }>(origin, 'search.products', { inStock: true, limit: 12 });
  for (const { slug } of items) {
    const { product } = await query<Detail>(origin, 'catalog.product', { slug });
    const variant = product.variants.find(({ availableQuantity }) => availableQuantity >= 5);
    if (variant) return `/p/${slug}?variant=${variant.id}`;
  }
  throw new Error('The demo shop has nothing in stock');
}

const page200 = async (address: string) => {
  const response = await fetch(address);
  expect(response.status).toBe(200);
  return response.text();
};

/** The page is hydrated: its quantity counts. It may be loaded again meanwhile, as the edit before it becomes known. */
async function expectAlive(page: Page) {
  const quantity = page.getByRole('main').getByRole('group', { name: 'Quantity' });
  await expect(async () => {
    await quantity.getByRole('button').last().click({ timeout: 2_000 });
    await expect(quantity.getByRole('textbox')).not.toHaveValue('1', { timeout: 500 });
  }).toPass({ timeout: patience });
}

test('npm run dev: an edit in a remote shows inside the shell, nothing is started again', async ({ shop, page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/hydrat/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(shop.product, { timeout: patience });
  await expect(page.getByText('VAT included', { exact: true })).toBeVisible({ timeout: patience });
  await expectAlive(page);

  shop.edit('apps/product/messages/en.ts', "'VAT included'", "'VAT is in it'");
  await expect(page.getByText('VAT is in it', { exact: true })).toBeVisible({ timeout: patience });
  expect(await page200(shop.product)).toContain('VAT is in it');

  // A class that nothing used before comes with its styles.
  shop.edit(
    'apps/product/components/BuyBox.tsx',
    '<p className="mt-1 text-sm text-ink-soft">',
    '<p className="mt-[37px] text-sm text-ink-soft">',
  );
  await expect(page.getByText('VAT is in it', { exact: true })).toHaveCSS('margin-top', '37px', { timeout: patience });
  await expectAlive(page);
  expect(complaints).toEqual([]);
  for (const service of ['shell', 'product']) expect(shop.log(service).split('"msg":"listening"')).toHaveLength(2);
});

test('npm run dev: a slip in a remote leaves the shop as it was until it is mended', async ({ shop, page }) => {
  await page.goto(shop.product, { timeout: patience });
  const assurance = page.getByText('30 days to change your mind', { exact: true });
  await expect(assurance).toBeVisible({ timeout: patience });
  const title = '<Assurance icon={<ReturnIcon />} title={texts.buy.returns}>';
  const slip = '<Assurance icon={<ReturnIcon />} title={texts.buy.returns>';
  const seen = shop.log('product').length;
  shop.edit('apps/product/components/BuyBox.tsx', title, slip);
  await expect.poll(() => shop.log('product').slice(seen), { timeout: patience }).toContain('BuyBox.tsx');
  expect(await page200(shop.product)).toContain('30 days to change your mind');
  await page.reload();
  await expect(assurance).toBeVisible({ timeout: patience });

  shop.edit('apps/product/components/BuyBox.tsx', slip, title.replace('texts.buy.returns', "'A month to think'"));
  await expect(page.getByText('A month to think', { exact: true })).toBeVisible({ timeout: patience });
  await expectAlive(page);
});

test('npm run dev: edits in the shell and in the API show', async ({ shop, page }) => {
  await page.goto(shop.product, { timeout: patience });
  await expectAlive(page);
  shop.edit('apps/shell/messages/en.ts', "tagline: '", "tagline: 'Edited. ");
  await expect(page.getByText(/^Edited\. /).first()).toBeVisible({ timeout: patience });
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();

  const mailbox = shop.origin.replace(/\d+$/, (port) => `${Number(port) + 7}/mailbox`);
  shop.edit('apps/api/src/mailbox/mailbox-pages.ts', '<title>', '<title>Edited ');
  await expect
    .poll(() => fetch(mailbox).then((response) => response.text(), String), { timeout: patience })
    .toContain('<title>Edited ');
});
