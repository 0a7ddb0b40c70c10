import type { Page } from '@playwright/test';
import { sellerQuery, signInSeller } from './people.ts';
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

interface Told {
  visitorId: string | null;
  events: { type: string }[];
}

/** The beacon leaves automated browsers alone; here one stands for a visitor. Playwright does not see requests that outlive
 * their page, so what is told is noted where it is told; the funnel says that it arrived. */
const asVisitor = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });
    const real = window.fetch;
    window.fetch = (to, init) => {
      if (to === '/api/events')
        sessionStorage.setItem('told', `${sessionStorage.getItem('told') ?? ''}${String(init?.body)}\n`);
      return real(to, init);
    };
  });

async function toldBy(page: Page): Promise<Told[]> {
  const lines = await page.evaluate(() => sessionStorage.getItem('told') ?? '');
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Told);
}
const typesToldBy = async (page: Page) => (await toldBy(page)).flatMap(({ events }) => events).map(({ type }) => type);

/** Whoever leaves before it is there tells nothing. */
const beaconReady = (page: Page) =>
  page.waitForFunction(() => window.mallhiveTold !== undefined && !Array.isArray(window.mallhiveTold));

const question = (page: Page) => page.getByRole('complementary', { name: 'May we follow your visit?' });
const keptIds = (page: Page) => page.evaluate(() => localStorage.getItem('mallhive-visit'));

test('before an answer nothing has an id; after a no nothing is told at all', async ({ page, pickProducts }) => {
  await asVisitor(page);
  const [product] = await pickProducts(1);
  await page.goto('/');
  await expect(question(page)).toBeVisible();
  await expect(async () => {
    await page.goto(`/p/${product?.slug}`);
    await expect(question(page)).toBeVisible();
    await beaconReady(page);
    await page.goto('/about');
    expect(await typesToldBy(page)).toContain('product_view');
  }).toPass();
  expect((await toldBy(page)).every(({ visitorId }) => visitorId === null)).toBe(true);
  await expect(question(page)).toBeVisible();
  expect(await keptIds(page)).toBeNull();

  await question(page).getByRole('button', { name: 'No, thank you' }).click();
  await expect(question(page)).toBeHidden();
  const before = await toldBy(page);
  await page.goto(`/p/${product?.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(product?.title ?? '');
  // Long enough for the beacon to be there and for the question that must not come.
  await beaconReady(page);
  await page.goto('/about');
  expect(await toldBy(page)).toEqual(before);
  expect(await keptIds(page)).toBeNull();
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  expect(cookies.filter((name) => /visit|analytics/i.test(name))).toEqual([]);

  await beaconReady(page);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Privacy choices' }).click();
  await expect(question(page)).toBeFocused();
  await expect(question(page)).toContainText('At the moment: no.');
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Privacy choices' })).toBeFocused();
});

test('a browser that says no is not asked, tells nothing, and hears why there is nothing to choose', async ({
  page,
}) => {
  await asVisitor(page);
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }),
  );
  await page.goto('/');
  await beaconReady(page);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Privacy choices' }).click();
  const answer = page.getByRole('complementary', { name: 'Your visit is not followed' });
  await expect(answer).toBeFocused();
  await expect(answer.getByRole('button')).toHaveText(['Close']);
  await answer.getByRole('button', { name: 'Close' }).click();
  await expect(answer).toBeHidden();
  await page.goto('/about');
  expect(await toldBy(page)).toEqual([]);
  expect(await keptIds(page)).toBeNull();
});

test('with consent a view, a basket and an order show up in the seller’s funnel', async ({
  page,
  browser,
  pickProducts,
}) => {
  test.slow();
  await asVisitor(page);
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  const seller = await browser.newPage();
  await signInSeller(seller, product.seller.slug);
  const today = new Date().toISOString().slice(0, 10);
  const funnel = async () =>
    (
      await sellerQuery<{
        total: { visits: number; viewed: number; carted: number; checkedOut: number; ordered: number };
      }>(seller.request, 'analytics.sellerFunnel', {
        sellerId: product.seller.id,
        from: today,
        to: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
      })
    ).total;
  const before = await funnel();

  await page.goto('/');
  await question(page).getByRole('button', { name: 'Yes, that is fine' }).click();
  await expect(question(page)).toBeHidden();
  await addToCart(page, product);
  await beaconReady(page);
  await page.goto('/checkout');
  await fillAddress(page, newEmail('counted'));
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  await confirmedOrder(page);
  await beaconReady(page);
  await page.goto('/about');
  await expect
    .poll(() => typesToldBy(page))
    .toEqual(
      expect.arrayContaining(['product_view', 'add_to_cart', 'checkout_started', 'checkout_step', 'order_placed']),
    );
  expect(new Set((await toldBy(page)).flatMap(({ visitorId }) => visitorId ?? [])).size).toBe(1);
  // Counted every minute.
  await expect
    .poll(async () => (await funnel()).ordered, { timeout: 100_000, intervals: [3_000] })
    .toBeGreaterThan(before.ordered);
  const after = await funnel();
  expect(after.visits).toBeGreaterThan(before.visits);
  expect(after.viewed).toBeGreaterThanOrEqual(after.carted);
  expect(after.carted).toBeGreaterThanOrEqual(after.ordered);
  await seller.close();
});
