import { demoAccounts } from '@mallhive/seed';
import type { APIRequestContext } from '@playwright/test';
import { sellerMutation, sellerQuery, signInSeller } from './people.ts';
import { type Card, expect, query, test } from './shop-test.ts';

interface Row {
  id: string;
  title: string;
  version: number;
}

/** Gives a product another title, as its seller. */
async function rename(dashboard: APIRequestContext, product: Card, to: string): Promise<void> {
  const { items } = await sellerQuery<{ items: Row[] }>(dashboard, 'catalog.sellerProducts', {
    sellerId: product.seller.id,
    query: product.title,
  });
  const row = items.find(({ id }) => id === product.id);
  if (!row) throw new Error(`${product.title} is not among its seller's products`);
  await sellerMutation(dashboard, 'catalog.updateProduct', {
    sellerId: product.seller.id,
    productId: product.id,
    version: row.version,
    title: to,
  });
}

/** A product whose card stands in the page's HTML and whose seller somebody can sign in for. */
async function shownOn(request: APIRequestContext, html: string): Promise<Card> {
  const slugs = new Set([...html.matchAll(/href="\/p\/([a-z0-9-]+)"/g)].map(([, slug = '']) => slug));
  for (const slug of slugs) {
    const { product } = await query<{ product: Card }>(request, 'catalog.product', { slug });
    if (demoAccounts.some(({ sellerSlug }) => sellerSlug === product.seller.slug)) return product;
  }
  throw new Error('The page shows nothing of a seller that somebody can sign in for');
}

for (const name of ['home', 'category', 'seller'] as const) {
  test(`a product that its seller changes shows on the cached ${name} page in under 3 s`, async ({
    request,
    browser,
    pickProducts,
  }) => {
    const [picked] = await pickProducts(1);
    const category = /href="(\/c\/[^"]+)"/.exec(await (await request.get('/')).text())?.[1];
    const path = { home: '/', category: String(category), seller: `/s/${picked?.seller.slug}` }[name];
    const html = async () => (await request.get(path)).text();
    const product = await shownOn(request, await html());
    const dashboard = await browser.newContext();
    await signInSeller(await dashboard.newPage(), product.seller.slug);
    const changed = `${product.title}, ${name} edition`;
    await rename(dashboard.request, product, changed);
    try {
      await expect.poll(async () => (await html()).includes(changed), { timeout: 3_000, intervals: [50] }).toBe(true);
    } finally {
      await rename(dashboard.request, { ...product, title: changed }, product.title);
      await dashboard.close();
    }
  });
}

test('a product that its seller changes shows on its cached pages in under 3 s', async ({
  page,
  browser,
  pickProducts,
}) => {
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await page.request.get(`/p/${product.slug}`);

  const dashboard = await browser.newContext();
  await signInSeller(await dashboard.newPage(), product.seller.slug);
  const changed = `${product.title}, second edition`;
  await rename(dashboard.request, product, changed);
  try {
    await expect
      .poll(async () => (await (await page.request.get(`/p/${product.slug}`)).text()).includes(changed), {
        timeout: 3_000,
        intervals: [50],
      })
      .toBe(true);
    await page.goto(`/p/${product.slug}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(changed);
  } finally {
    await rename(dashboard.request, { ...product, title: changed }, product.title);
    await dashboard.close();
  }
});
