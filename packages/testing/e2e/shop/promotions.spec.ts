import type { Page } from '@playwright/test';
import {
  change,
  type EditorProduct,
  makeProduct,
  openAdministration,
  openDashboard,
  read,
  unique,
} from './dashboard.ts';
import { expectUsable } from './page-checks.ts';
import { sellerOrigin } from './people.ts';
import { cards, confirmedOrder, expect, fillAddress, fillCard, newEmail, payButton, query, test } from './shop-test.ts';

/** A code that nothing else in this run has. */
const aCode = (name: string) => unique(name).toUpperCase().replaceAll(' ', '-');

async function put(page: Page, product: EditorProduct, quantity: number): Promise<void> {
  const { product: shown } = await query<{ product: { variants: { id: string }[] } }>(page.request, 'catalog.product', {
    slug: product.slug,
  });
  const response = await page.request.post('/api/trpc/cart.addItem', {
    data: { variantId: shown.variants[0]?.id, quantity },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(response.status(), await response.text()).toBe(200);
}

/** The figure beside a label that is shown; an opened summary on a phone is a second one. */
const figure = (page: Page, label: string | RegExp) =>
  page.locator('dt:visible', { hasText: label }).first().locator('xpath=following-sibling::dd[1]');

async function apply(page: Page, code: string): Promise<void> {
  await page.getByLabel('Promotion code').fill(code);
  await page.getByRole('button', { name: 'Apply' }).click();
}

test('a seller makes a promotion; a shopper uses it; every figure agrees', async ({
  page,
  browser,
  isMobile,
  quietConsole,
}) => {
  // The browser names every refusal of the API.
  quietConsole.allow(/the server responded with a status of 422/);
  test.setTimeout(120_000);
  const seller = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  const sellerId = await openDashboard(seller);
  const product = await makeProduct(seller.request, sellerId, unique('Candle'), {
    price: 2_000,
    stock: 20,
    published: true,
  });
  const code = aCode('SPRING');
  const title = unique('Spring');

  await test.step('the seller writes it', async () => {
    await seller.goto(`${sellerOrigin}/promotions`);
    await seller.getByRole('button', { name: 'New promotion' }).first().click();
    const form = seller.getByRole('form', { name: 'New promotion' });
    await form.getByRole('textbox', { name: 'Name' }).fill(title);
    await form.getByRole('textbox', { name: 'Percent' }).fill('120');
    await form.getByRole('textbox', { name: 'Codes' }).fill(code.toLowerCase());
    await form.getByRole('textbox', { name: 'Minimum spend in GBP' }).fill('30');
    await form.getByRole('textbox', { name: 'Uses in all' }).fill('5');
    await seller.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('A number from 0.01 to 100.')).toBeVisible();
    await form.getByRole('textbox', { name: 'Percent' }).fill('12.5');
    await expectUsable(seller);
    await seller.getByRole('button', { name: 'Save' }).click();
    await expect(seller.getByText('Promotion saved.')).toBeVisible();
    await expect(seller.getByText(title).locator('visible=true').first()).toBeVisible();
    await expectUsable(seller);
  });

  await page.goto('/');
  await put(page, product, 2);
  await page.goto('/cart');

  await test.step('a code that nobody knows is refused in words', async () => {
    await apply(page, 'NO-SUCH-CODE');
    await expect(page.getByText('We do not know this code. Check its spelling.')).toBeVisible();
    await expectUsable(page);
  });

  await test.step('the right one makes the cart cheaper', async () => {
    await apply(page, code.toLowerCase());
    await expect(figure(page, title)).toHaveText('−£5.00');
    await expect(figure(page, 'Total before delivery')).toHaveText('£35.00');
    await expectUsable(page);
  });

  await test.step('below the minimum it does not count, and the cart says why', async () => {
    await page.getByRole('button', { name: 'Decrease quantity' }).first().click();
    await expect(page.getByText('The products it is for must cost at least £30.00.')).toBeVisible();
    await expect(page.getByText('Total before delivery')).toHaveCount(0);
    await put(page, product, 1);
    await page.reload();
    await expect(figure(page, title)).toHaveText('−£5.00');
  });

  await test.step('checkout, confirmation and the order have the same discount', async () => {
    await page.goto('/checkout');
    if (isMobile) await page.locator('details summary').first().click();
    await expect(figure(page, title)).toHaveText('−£5.00');
    await fillAddress(page, newEmail('saver'));
    await fillCard(page, cards.succeeds);
    const label = (await payButton(page).textContent()) ?? '';
    const total = /£[\d.]+/.exec(label)?.[0] ?? 'no total';
    await payButton(page).click();
    const number = await confirmedOrder(page);
    await expect(figure(page, title)).toHaveText('−£5.00');
    await expect(page.getByText(total).first()).toBeVisible();
    await seller.goto(`${sellerOrigin}/orders`);
    await seller
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .click();
    await expect(seller.getByText(total).first()).toBeVisible();
  });

  await test.step('the seller sees the use', async () => {
    await expect(async () => {
      const { promotions } = await read<{ promotions: { title: string; uses: { taken: number } }[] }>(
        seller.request,
        'cart.promotions',
        { sellerId },
      );
      expect(promotions.find((one) => one.title === title)?.uses.taken).toBe(1);
    }).toPass({ timeout: 20_000 });
    await seller.goto(`${sellerOrigin}/promotions`);
    await expect(seller.getByText('1 of 5').locator('visible=true').first()).toBeVisible();
  });
  await seller.context().close();
});

test('an administrator’s promotion ends between cart and payment: the shopper is told and pays the new price', async ({
  page,
  browser,
  isMobile,
  quietConsole,
}) => {
  quietConsole.allow(/the server responded with a status of 4(09|22)/);
  test.setTimeout(90_000);
  const administration = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  await openAdministration(administration);
  const makers = await (await browser.newContext()).newPage();
  const product = await makeProduct(makers.request, await openDashboard(makers), unique('Lantern'), {
    price: 3_000,
    stock: 20,
    published: true,
  });
  await makers.context().close();
  const code = aCode('SHOP');
  const title = unique('Whole shop');
  const id = crypto.randomUUID();
  await change(administration.request, 'cart.saveShopPromotion', {
    id,
    title,
    kind: 'amount',
    amounts: { GBP: 700 },
    codes: [code],
    startsAt: '2026-01-01T00:00:00Z',
  });

  await page.goto('/');
  await put(page, product, 1);
  await page.goto('/cart');
  await apply(page, code);
  await expect(figure(page, title)).toHaveText('−£7.00');
  await page.goto('/checkout');
  await fillAddress(page, newEmail('late'));
  await fillCard(page, cards.succeeds);
  const before = await payButton(page).textContent();

  await administration.goto(`${sellerOrigin}/admin/promotions`);
  await administration.getByRole('button', { name: `Edit ${title}` }).click();
  await expectUsable(administration);
  await administration.getByRole('button', { name: 'Pause' }).click();
  await expect(administration.getByText('Promotion changed.')).toBeVisible();

  await payButton(page).click();
  if (isMobile) await page.locator('details summary').first().click();
  // Said above the form and beside the sums.
  await expect(
    page.getByText(`The code ${code} does not count any more.`).locator('visible=true').first(),
  ).toBeVisible();
  await expect(payButton(page)).not.toHaveText(before ?? '');
  await expectUsable(page);
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  await confirmedOrder(page);
  await expect(page.getByText(title)).toHaveCount(0);
  await administration.context().close();
});
