import { tabTo, write } from './keys.ts';
import { cards, confirmedOrder, expect, newEmail, payButton, shopper, test } from './shop-test.ts';

test('a shopper finds, adds and pays with the keyboard alone', async ({ page, pickProducts }) => {
  test.slow();
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  const main = page.getByRole('main');

  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content/);
  await page.goto('/');
  await write(page, page.getByRole('banner').getByRole('combobox').first(), product.title);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?/);

  const found = main.getByRole('link', { name: product.title }).first();
  await expect(found).toBeVisible();
  await tabTo(page, found);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/p/${product.slug}`));

  const add = main.getByRole('button', { name: 'Add to cart' }).first();
  await expect(add).toBeEnabled();
  await tabTo(page, add);
  await page.keyboard.press('Enter');
  await expect(main.getByText('Added to your cart.').first()).toBeAttached();

  await page.goto('/cart');
  const leave = main.getByRole('link', { name: 'Check out' }).first();
  await expect(leave).toBeVisible();
  await tabTo(page, leave);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/checkout/);

  await expect(main.getByLabel('E-mail')).toBeEnabled();
  await write(page, main.getByLabel('E-mail'), newEmail('keyboard'));
  await write(page, main.getByLabel('Full name'), shopper.name);
  await write(page, main.getByLabel('Address', { exact: true }), shopper.line1);
  await write(page, main.getByLabel(/Town or city|Town|City/), shopper.city);
  await write(page, main.getByLabel(/Postcode/), shopper.postcode);
  await write(page, page.getByLabel('Card number'), cards.succeeds);
  await write(page, page.getByLabel(/Expiry/), '0834');
  await write(page, page.getByLabel('Security code'), '123');
  await tabTo(page, payButton(page));
  await page.keyboard.press('Enter');
  await confirmedOrder(page);
});

test('a dialog keeps the focus while it is open and gives it back', async ({ page, pickProducts }) => {
  const [product] = await pickProducts(1);
  await page.goto(`/p/${product?.slug}`);
  const zoom = page.getByRole('main').getByRole('button', { name: 'Look closer' }).first();
  await expect(zoom).toBeVisible();
  await tabTo(page, zoom);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Tab');
    const inside = await dialog.evaluate(
      (element) => element.contains(document.activeElement) || document.activeElement === document.body,
    );
    expect(inside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(zoom).toBeFocused();
});
