import { expectFocusKept, tabTo, write } from './keys.ts';
import { cards, confirmedOrder, expect, newEmail, payButton, shopper, test } from './shop-test.ts';

/** From the top of a new page to its content: what is new is a few Tabs away, and not behind the header once more. */
const nearby = 40;

test('from a product to the confirmation with keys alone; the focus is never lost', async ({ page, pickProducts }) => {
  test.slow();
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  const main = page.getByRole('main');
  const press = (key: string) => page.keyboard.press(key);

  await page.goto(`/p/${product.slug}?variant=${product.variantId}`);
  const add = main.getByRole('button', { name: 'Add to cart' }).first();
  await expect(add).toBeEnabled();
  await tabTo(page, add);
  await press('Enter');
  await expect(main.getByText('Added to your cart.').first()).toBeAttached();
  await expect(add).toBeFocused();

  await test.step('the cart opens above the page, and its way to the checkout is inside', async () => {
    const cart = page.getByRole('banner').getByRole('button', { name: /^Cart/ });
    await tabTo(page, cart);
    await press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await press('Escape');
    await expect(dialog).toBeHidden();
    await expect(cart).toBeFocused();
    await press('Enter');
    const view = dialog.getByRole('link', { name: 'View cart' });
    await tabTo(page, view);
    await press('Enter');
    await expect(page).toHaveURL(/\/cart$/);
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    await expectFocusKept(page);
  });

  await test.step('one more with Space; the button keeps the focus', async () => {
    const more = main.getByRole('button', { name: /increase|more/i }).first();
    expect(await tabTo(page, more)).toBeLessThan(nearby);
    const saved = page.waitForResponse(/cart\.setQuantity/);
    await press('Space');
    await saved;
    await expect(main.getByRole('textbox', { name: `Quantity of ${product.title}` })).toHaveValue('2');
    await expect(more).toBeFocused();
  });

  await test.step('on to the checkout: the focus starts at what is new', async () => {
    const leave = main.getByRole('link', { name: 'Check out' }).first();
    expect(await tabTo(page, leave)).toBeLessThan(nearby);
    await press('Enter');
    await expect(page).toHaveURL(/\/checkout/);
    await expect(main.getByLabel('E-mail')).toBeVisible();
    await expectFocusKept(page);
  });

  await test.step('what is wrong gets the focus, from the first field on', async () => {
    await expect(payButton(page)).toBeEnabled();
    await tabTo(page, payButton(page));
    await press('Enter');
    await expect(main.getByLabel('E-mail')).toBeFocused();
    await page.keyboard.type(newEmail('keys'));
    await tabTo(page, payButton(page));
    await press('Enter');
    await expect(main.getByLabel('Full name')).toBeFocused();
    await page.keyboard.type(shopper.name);
  });

  await write(page, main.getByLabel('Address', { exact: true }), shopper.line1);
  await write(page, main.getByLabel(/Town or city|Town|City/), shopper.city);
  await write(page, main.getByLabel(/Postcode/), shopper.postcode);

  await test.step('arrows choose the delivery', async () => {
    const methods = main.getByRole('group', { name: /^Parcel from/ }).getByRole('radio');
    await tabTo(page, methods.and(page.locator(':checked')).first());
    await press('ArrowDown');
    await expect(methods.nth(1)).toBeFocused();
    await expect(methods.nth(1)).toBeChecked();
    await press('ArrowUp');
    await expect(methods.nth(0)).toBeChecked();
  });

  await test.step('a declined card is said, and the focus stays at hand', async () => {
    await write(page, page.getByLabel('Card number'), cards.declined);
    await write(page, page.getByLabel(/Expiry/), '0834');
    await write(page, page.getByLabel('Security code'), '123');
    await tabTo(page, payButton(page));
    await press('Enter');
    await expect(page.getByText('Your payment did not go through').first()).toBeVisible();
    await expect(payButton(page)).toBeFocused();
  });

  await test.step('another card, and Enter in its last field pays', async () => {
    await page.keyboard.press('Shift+Tab');
    await expectFocusKept(page);
    // Backwards to the card, as somebody would who has just been told.
    const number = page.getByLabel('Card number');
    for (let step = 0; step < nearby && !(await number.evaluate((e) => e === document.activeElement)); step += 1)
      await press('Shift+Tab');
    await expect(number).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(cards.succeeds);
    await write(page, page.getByLabel('Security code'), '123');
    await press('Enter');
    await confirmedOrder(page);
    await expectFocusKept(page);
  });
});
