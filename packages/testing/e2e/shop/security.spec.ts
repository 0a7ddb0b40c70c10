import type { Page } from '@playwright/test';
import { apiOrigin, sellerOrigin, signInSeller } from './people.ts';
import {
  addToCart,
  cards,
  confirmedOrder,
  expect,
  fillAddress,
  fillCard,
  newEmail,
  payButton,
  test,
} from './shop-test.ts';

/** What a page's policy refused; filled from the first moment of every page that the tab opens. */
async function refusals(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.exposeFunction('reportRefusal', (line: string) => heard.push(line));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
      const line = `${location.pathname}: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`;
      (globalThis as unknown as { reportRefusal(line: string): void }).reportRefusal(line);
    });
  });
  return heard;
}

async function visit(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  const policy = (await response?.headerValue('content-security-policy')) ?? '';
  expect(policy, address).toMatch(/script-src 'self'/);
  expect(policy, address).not.toMatch(/script-src [^;]*(unsafe|data:|\*)/);
  expect(policy, address).toContain("object-src 'none'");
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('__next') ?? {}).some((key) => key.startsWith('__reactContainer')),
  );
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

const own = ['/', '/sale', '/search?q=lamp', '/cart', '/orders/look-up', '/sign-in', '/register', '/about', '/404'];

test('no page of the shop asks for what its policy refuses', async ({ page, request, pickProducts, quietConsole }) => {
  test.slow();
  quietConsole.allow(/404/);
  const refused = await refusals(page);
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  const category = /href="(\/c\/[^"]+)"/.exec(await (await request.get('/')).text())?.[1] ?? '/';
  for (const address of [...own, '/ar', '/help/delivery', '/legal/terms', category, `/s/${product.seller.slug}`])
    await visit(page, address);
  await addToCart(page, product);
  await visit(page, '/checkout');
  await fillAddress(page, newEmail('policy'));
  await fillCard(page, cards.secondStep);
  await payButton(page).click();
  await page.getByRole('button', { name: /Complete/ }).click();
  await confirmedOrder(page);
  expect(refused).toEqual([]);
});

test('nor any of the seller dashboard', async ({ page, pickProducts }) => {
  const refused = await refusals(page);
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await signInSeller(page, product.seller.slug);
  const paths = ['/', '/orders', '/products', `/products/${product.id}`, '/stock'];
  for (const path of paths) await visit(page, sellerOrigin + path);
  expect(refused).toEqual([]);
});

test('a script that somebody puts into a page does not run', async ({ page, pickProducts, quietConsole }) => {
  quietConsole.allow(/Content Security Policy/);
  const refused = await refusals(page);
  const [product] = await pickProducts(1);
  const injected =
    '<script>globalThis.taken = 1</script><img src="/nowhere" onerror="globalThis.taken = 2">' +
    '<script src="https://evil.example/x.js"></script><base href="https://evil.example/">';
  await page.route(`**/p/${product?.slug}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replace('<div id="__next"', `${injected}<div id="__next"`),
    });
  });
  quietConsole.allow(/404/);
  await page.goto(`/p/${product?.slug}`);
  await expect.poll(() => refused.length).toBeGreaterThanOrEqual(4);
  for (const directive of ['script-src-elem inline', 'script-src-attr', 'script-src-elem https:', 'base-uri'])
    expect(refused.join('\n')).toContain(directive);
  expect(await page.evaluate(() => (globalThis as { taken?: number }).taken)).toBeUndefined();
});

test('pages say who may frame them and what they tell other sites; answers of the API are no pages', async ({
  request,
}) => {
  for (const origin of ['', sellerOrigin]) {
    const headers = (await request.get(`${origin}/sign-in`)).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['cross-origin-opener-policy']).toMatch(/^same-origin(-allow-popups)?$/);
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['strict-transport-security']).toBeUndefined();
    const behindTls = await request.get(`${origin}/sign-in`, { headers: { 'x-forwarded-proto': 'https' } });
    expect(behindTls.headers()['strict-transport-security']).toContain('max-age=31536000');
  }
  const answer = (await request.get(`${apiOrigin}/api/trpc/identity.me`)).headers();
  expect(answer['content-security-policy']).toContain("default-src 'none'");
  expect(answer['x-content-type-options']).toBe('nosniff');
});
