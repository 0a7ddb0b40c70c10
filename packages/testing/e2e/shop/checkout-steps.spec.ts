import type { Page } from '@playwright/test';
import { memberWithAddress } from './members.ts';
import { addToCart, cards, confirmedOrder, expect, fillCard, newEmail, payButton, shopper, test } from './shop-test.ts';

const main = (page: Page) => page.getByRole('main');

/** Counts what a shopper does, over all pages of this tab: presses of a pointer and keys that write or act. */
async function countInteractions(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const count = (event: Event) => {
      if (event.isTrusted) sessionStorage.setItem('done', String(Number(sessionStorage.getItem('done')) + 1));
    };
    document.addEventListener('pointerdown', count, true);
    document.addEventListener('keydown', count, true);
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('done')));
}

test('from the cart to the confirmation in three steps, with a saved address', async ({ page, pickProducts }) => {
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await memberWithAddress(page);
  await addToCart(page, product);
  const done = await countInteractions(page);
  await page.goto('/cart');
  expect(await done()).toBe(0);

  await main(page).getByRole('link', { name: 'Check out' }).first().click();
  // Who gets it, where to, and the cheapest way there are chosen already.
  await expect(main(page).getByLabel('E-mail')).toHaveValue(/@example\.test$/);
  await expect(main(page).getByRole('radio', { name: new RegExp(shopper.line1) })).toBeChecked();
  await expect(main(page).getByRole('radio', { name: /^Standard delivery/ })).toBeChecked();
  await main(page).getByRole('button', { name: 'Fill in a test card' }).click();
  await payButton(page).click();
  await confirmedOrder(page);
  expect(await done()).toBeLessThanOrEqual(3);
  await expect(main(page).getByText(shopper.line1).first()).toBeVisible();
});

test('what is typed before the scripts run is kept', async ({ page, pickProducts }) => {
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await addToCart(page, product);
  let letThrough = () => {};
  const open = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await open;
    await route.continue();
  });
  await page.goto('/checkout', { waitUntil: 'commit' });
  const email = newEmail('early');
  await main(page).getByLabel('E-mail').fill(email);
  await main(page).getByLabel('Full name').fill(shopper.name);
  await main(page).getByLabel('Address', { exact: true }).fill(shopper.line1);
  await main(page)
    .getByLabel(/Town or city|Town|City/)
    .fill(shopper.city);
  await main(page)
    .getByLabel(/Postcode/)
    .fill(shopper.postcode);
  await main(page)
    .getByRole('radio', { name: /^Express/ })
    .check();
  await fillCard(page, cards.succeeds.replaceAll(' ', ''));
  await expect(payButton(page)).toBeDisabled();
  letThrough();
  await expect(payButton(page)).toBeEnabled();
  await expect(main(page).getByLabel('E-mail')).toHaveValue(email);
  await expect(main(page).getByLabel('Full name')).toHaveValue(shopper.name);
  await expect(main(page).getByRole('radio', { name: /^Express/ })).toBeChecked();
  await expect(page.getByLabel('Card number')).toHaveValue(cards.succeeds);
  await payButton(page).click();
  await confirmedOrder(page);
  await expect(main(page).getByText(email).first()).toBeVisible();
  await expect(main(page).getByText(shopper.line1).first()).toBeVisible();
});
