import { expectAccessible } from './page-checks.ts';
import { apiOrigin, sellerOrigin } from './people.ts';
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

test('public pages have nothing serious', async ({ page, pickProducts, request }, { project }) => {
  test.slow();
  // One scheme a width: together the two projects see both.
  const colorScheme = project.name === 'phone' ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
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

test('cart, checkout, the sign-in of sellers and the mailbox have nothing serious', async ({
  page,
  browser,
  pickProducts,
}) => {
  test.slow();
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await addToCart(page, product);
  for (const path of ['/cart', '/checkout']) {
    await page.goto(path);
    await page.waitForLoadState('load');
    await expectAccessible(page);
  }
  const others = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  for (const address of [sellerOrigin, `${apiOrigin}/mailbox`]) {
    await others.goto(address);
    await expectAccessible(others);
  }
  await others.context().close();
});
