import { expect, query, test } from './shop-test.ts';

interface Category {
  path: string;
  name: string;
  parentId: string | null;
  productCount: number;
}

test('a category narrows by filters, keeps them in the address, and clears them', async ({
  page,
  request,
  isMobile,
}) => {
  const { categories } = await query<{ categories: Category[] }>(request, 'catalog.categories', {});
  const largest = categories
    .filter(({ parentId }) => parentId !== null)
    .sort((left, right) => right.productCount - left.productCount)[0];
  if (!largest) throw new Error('no category');
  await page.goto(`/c/${largest.path}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(largest.name);
  const before = await page.getByRole('main').locator('a[href^="/p/"]').count();
  expect(before).toBeGreaterThan(0);
  if (isMobile)
    await page
      .getByRole('button', { name: /filter/i })
      .first()
      .click();
  await page.getByRole('checkbox').or(page.getByRole('switch')).first().click();
  await expect(page).toHaveURL(/\?/);
  await page.reload();
  if (isMobile)
    await page
      .getByRole('button', { name: /filter/i })
      .first()
      .click();
  await expect(
    page
      .getByRole('checkbox', { checked: true })
      .or(page.getByRole('switch', { checked: true }))
      .first(),
  ).toBeVisible();
});

test('a search without results helps on', async ({ page }) => {
  await page.goto('/search?q=zzqxwv');
  await expect(page.getByRole('main')).toContainText(/no results|nothing|no products|could not find/i);
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});

test('a search with a typo still finds', async ({ page, pickProducts }) => {
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  const word = product.title.split(' ').find((part) => part.length > 5) ?? product.title;
  const typo = word.slice(0, 3) + word.slice(4);
  await page.goto(`/search?q=${encodeURIComponent(product.title.replace(word, typo))}`);
  await expect(page.getByRole('main').getByRole('link', { name: product.title }).first()).toBeVisible();
});

test('what is not there is a 404 page that leads back', async ({ page, quietConsole }) => {
  quietConsole.allow(/404/);
  for (const path of ['/p/no-such-thing', '/c/no-such-category', '/s/nobody', '/nowhere']) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  }
});

test('every link of the footer leads somewhere', async ({ page, request }) => {
  await page.goto('/');
  const links = await page
    .getByRole('contentinfo')
    .getByRole('link')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(5);
  for (const link of new Set(links.filter((href) => href.startsWith('/')))) {
    const response = await request.get(link);
    expect(response.status(), link).toBe(200);
  }
});

test('a product page is complete without script', async ({ browser, pickProducts, baseURL }) => {
  const [product] = await pickProducts(1);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(`/p/${product?.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(product?.title ?? '');
  await expect(page.locator('head script[type="application/ld+json"]').first()).toBeAttached();
  await expect(page.locator('head link[rel="stylesheet"][href*="product"]').first()).toBeAttached();
  await context.close();
});
