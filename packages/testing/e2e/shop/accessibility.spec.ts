import { expectAccessible } from './page-checks.ts';
import { apiOrigin, sellerOrigin, signInSeller } from './people.ts';
import { addToCart, expect, test } from './shop-test.ts';

const publicPages = [
  '/',
  '/sale',
  '/search?q=a',
  '/search?q=zzqxwv',
  '/cart',
  '/orders/look-up',
  '/sign-in',
  '/register',
  '/about',
  '/help/delivery',
  '/legal/terms',
];

for (const scheme of ['light', 'dark'] as const) {
  test(`public pages have nothing serious, ${scheme}`, async ({ page, pickProducts, request }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const [product] = await pickProducts(1);
    const home = await (await request.get('/')).text();
    const category = /href="(\/c\/[^"]+)"/.exec(home)?.[1] ?? '/';
    for (const path of [...publicPages, `/p/${product?.slug}`, `/s/${product?.seller.slug}`, category]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await page.waitForLoadState('load');
      await expectAccessible(page);
    }
  });
}

test('cart, checkout and the seller dashboard have nothing serious', async ({ page, browser, pickProducts }) => {
  test.slow();
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await addToCart(page, product);
  for (const path of ['/cart', '/checkout']) {
    await page.goto(path);
    await page.waitForLoadState('load');
    await expectAccessible(page);
  }
  const dashboard = await browser.newContext({ reducedMotion: 'reduce' });
  const seller = await dashboard.newPage();
  await seller.goto(sellerOrigin);
  await expectAccessible(seller);
  await signInSeller(seller, product.seller.slug);
  for (const path of ['/', '/orders', '/products']) {
    await seller.goto(sellerOrigin + path);
    await seller.waitForLoadState('load');
    await expectAccessible(seller);
  }
  await seller.goto(`${apiOrigin}/mailbox`);
  await expectAccessible(seller);
  await dashboard.close();
});
