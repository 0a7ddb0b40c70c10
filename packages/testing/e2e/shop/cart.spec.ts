import { sellerMutation, signInSeller } from './people.ts';
import { addToCart, cards, expect, fillAddress, fillCard, newEmail, payButton, test } from './shop-test.ts';

const quantityOf = (page: import('@playwright/test').Page, title: string) =>
  page.getByRole('main').getByRole('textbox', { name: `Quantity of ${title}` });

test('an empty cart says what to do', async ({ page }) => {
  await page.goto('/cart');
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
});

test('quantity changes, removal and undo survive a reload', async ({ page, pickProducts }) => {
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await addToCart(page, product);
  await page.goto('/cart');
  let saved = page.waitForResponse(/cart\.setQuantity/);
  await page
    .getByRole('main')
    .getByRole('button', { name: /increase|more|\+/i })
    .first()
    .click();
  await expect(quantityOf(page, product.title).first()).toHaveValue('2');
  await saved;
  await page.reload();
  await expect(quantityOf(page, product.title).first()).toHaveValue('2');

  saved = page.waitForResponse(/cart\.setQuantity/);
  await page.getByRole('button', { name: `Remove ${product.title}` }).click();
  await expect(page.getByText(`${product.title} was removed.`).first()).toBeVisible();
  await saved;
  saved = page.waitForResponse(/cart\.setQuantity/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(quantityOf(page, product.title).first()).toHaveValue('2');
  await saved;
  await page.reload();
  await expect(quantityOf(page, product.title).first()).toHaveValue('2');
});

test('two tabs share one cart and lose nothing', async ({ page, context, pickProducts }) => {
  const [first, second] = await pickProducts(2);
  if (!first || !second) throw new Error('no products');
  const other = await context.newPage();
  await addToCart(page, first);
  await addToCart(other, second);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Cart, 2 items' })).toBeVisible();
  await page.goto('/cart');
  await expect(quantityOf(page, first.title).first()).toHaveValue('1');
  await expect(quantityOf(page, second.title).first()).toHaveValue('1');
});

test('sold out while in the cart: said, and not sold', async ({ page, browser, pickProducts, quietConsole }) => {
  test.slow();
  // The refusal itself, as the browser logs every one.
  quietConsole.allow(/orders\.place|orders\.checkout/);
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await addToCart(page, product);
  await page.goto('/checkout');
  await fillAddress(page, newEmail('late'));
  await fillCard(page, cards.succeeds);

  const dashboard = await browser.newContext();
  const seller = await dashboard.newPage();
  await signInSeller(seller, product.seller.slug);
  const stock = (onHand: number) =>
    sellerMutation(dashboard.request, 'cart.setStock', {
      sellerId: product.seller.id,
      variantId: product.variantId,
      onHand,
    });
  await stock(0);
  try {
    await payButton(page).click();
    await expect(page.getByText(/Someone was faster|Something changed|Not enough left/).first()).toBeVisible();
    await expect(page).toHaveURL(/\/checkout/);
    await page.goto('/cart');
    await expect(
      page
        .getByRole('main')
        .getByText(/sold out/i)
        .first(),
    ).toBeVisible();
  } finally {
    await stock(25);
    await dashboard.close();
  }
});
