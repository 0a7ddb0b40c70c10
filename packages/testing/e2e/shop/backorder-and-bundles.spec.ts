import type { Page } from '@playwright/test';
import { change, makeProduct, openDashboard, read, unique } from './dashboard.ts';
import { expectUsable } from './page-checks.ts';
import { sellerOrigin } from './people.ts';
import {
  addToCart,
  cards,
  confirmedOrder,
  expect,
  fillAddress,
  fillCard,
  newEmail,
  payButton,
  query,
  test,
} from './shop-test.ts';

const main = (page: Page) => page.getByRole('main');
const at = (path: string) => `${sellerOrigin}${path}`;
type Shown = { availableQuantity: number; backorderQuantity: number; parts: unknown[] };
type Detail = { product: { variants: Shown[] } };

/** The catalogue hears of the stock a moment later. */
async function heard(page: Page, slug: string, wanted: Partial<Shown>): Promise<void> {
  await expect(async () => {
    const { product } = await query<Detail>(page.request, 'catalog.product', { slug });
    expect(product.variants[0]).toMatchObject(wanted);
  }).toPass({ timeout: 20_000 });
}

async function openMenu(page: Page, title: string, item: string): Promise<void> {
  await page
    .getByRole('button', { name: `More for ${title}` })
    .locator('visible=true')
    .click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('sold out is sold on backorder, waits for its stock, and is sent when that has come', async ({
  page,
  browser,
}) => {
  test.slow();
  const seller = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  const sellerId = await openDashboard(seller);
  const product = await makeProduct(seller.request, sellerId, unique('Kettle'), { stock: 0, published: true });
  const variantId = product.variants[0]?.id ?? '';

  await test.step('the seller says how many may be sold beyond the stock, and when they come', async () => {
    await seller.goto(at(`/stock?q=${encodeURIComponent(product.title)}`));
    await openMenu(seller, product.title, 'Alert and backorder');
    const dialog = seller.getByRole('dialog', { name: 'Alert and backorder' });
    await dialog.getByRole('textbox', { name: 'Sell beyond the stock, at most' }).fill('many');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('A whole number, please.')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Sell beyond the stock, at most' }).fill('3');
    await dialog.getByLabel('Expected on').fill('2031-04-02');
    await expectUsable(seller);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(seller.getByText('3 on backorder').locator('visible=true')).toBeVisible();
  });

  await heard(page, product.slug, { availableQuantity: 3, backorderQuantity: 3 });
  const email = newEmail('waiting');
  await test.step('the shopper is told on the page and in the cart, and buys one', async () => {
    await expect(async () => {
      await page.goto(`/p/${product.slug}`);
      await expect(main(page).getByText('On backorder, expected 2 April 2031')).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await expectUsable(page);
    await addToCart(page, { ...product, variantId } as unknown as Parameters<typeof addToCart>[1]);
    await page.goto('/cart');
    await expect(main(page).getByText('1 on backorder, expected 2 Apr 2031')).toBeVisible();
    await expectUsable(page);
    await page.goto('/checkout');
    await fillAddress(page, email);
    await fillCard(page, cards.succeeds);
    await payButton(page).click();
  });
  const number = await confirmedOrder(page);

  let subOrderId = '';
  await test.step('the order waits: it cannot be sent', async () => {
    await expect(async () => {
      type Row = { id: string; orderNumber: string; waitingCount: number };
      const { items } = await read<{ items: Row[] }>(seller.request, 'orders.sellerOrders', { sellerId, limit: 50 });
      const own = items.find(({ orderNumber }) => orderNumber === number);
      expect(own?.waitingCount).toBe(1);
      subOrderId = own?.id ?? '';
    }).toPass({ timeout: 20_000 });
    await seller.goto(at(`/orders/${subOrderId}`));
    await expect(seller.getByText('What is left is on backorder.')).toBeVisible();
    await expectUsable(seller);
  });

  await test.step('goods come in, and it can', async () => {
    await change(seller.request, 'cart.setStock', { sellerId, variantId, onHand: 5 });
    await expect(async () => {
      await seller.reload();
      await expect(
        seller.getByRole('textbox', { name: 'Carrier' }).or(seller.getByLabel('Carrier')).first(),
      ).toBeVisible({
        timeout: 2_000,
      });
    }).toPass({ timeout: 20_000 });
    await heard(page, product.slug, { availableQuantity: 7, backorderQuantity: 3 });
  });
});

test('a bundle shares the stock of its parts, and says what is in it', async ({ page, browser }) => {
  test.slow();
  const seller = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  const sellerId = await openDashboard(seller);
  const cup = await makeProduct(seller.request, sellerId, unique('Cup'), { stock: 5, published: true });
  const set = await makeProduct(seller.request, sellerId, unique('Tea set'), { stock: 0, published: true });
  await heard(page, cup.slug, { availableQuantity: 5 });

  await seller.goto(at(`/stock?q=${encodeURIComponent(set.title)}`));
  await openMenu(seller, set.title, 'Consists of…');
  const dialog = seller.getByRole('dialog', { name: 'Consists of' });
  await dialog.getByRole('searchbox', { name: 'Find a part by product or SKU' }).fill(cup.title);
  await dialog.getByRole('button', { name: `Add ${cup.title}` }).click();
  await dialog
    .getByRole('group', { name: `How many of ${cup.title}` })
    .getByRole('button')
    .last()
    .click();
  await expectUsable(seller);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(seller.getByText(`Bundle of 2 × ${cup.title}`).locator('visible=true')).toBeVisible();

  await heard(page, set.slug, { availableQuantity: 2 });
  await expect(async () => {
    await page.goto(`/p/${set.slug}`);
    await expect(main(page).getByRole('region', { name: 'Consists of' })).toContainText(cup.title, { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(main(page).getByText('Only 2 left')).toBeVisible();
  await expectUsable(page);
  // Fewer cups are fewer sets.
  await change(seller.request, 'cart.setStock', { sellerId, variantId: cup.variants[0]?.id, onHand: 3 });
  await heard(page, set.slug, { availableQuantity: 1 });
});
