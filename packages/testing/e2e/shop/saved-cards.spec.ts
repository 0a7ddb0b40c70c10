import type { Page } from '@playwright/test';
import { memberWithAddress } from './members.ts';
import { expectUsable } from './page-checks.ts';
import { addToCart, confirmedOrder, expect, payButton, test } from './shop-test.ts';
import { standInForStripe, stripeCards } from './stripe-browser.ts';

const main = (page: Page) => page.getByRole('main');

/** At the checkout, with Stripe chosen. */
async function toStripe(page: Page, product: Parameters<typeof addToCart>[1]): Promise<void> {
  await addToCart(page, product);
  await page.goto('/checkout');
  await page.getByRole('radio', { name: 'Card', exact: true }).check();
}

test('a card is kept, pays again without its number, is put first and removed', async ({ page, pickProducts }) => {
  test.slow();
  await standInForStripe(page);
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await memberWithAddress(page);

  await test.step('nobody has a card before they keep one', async () => {
    await page.goto('/account/cards');
    await expect(main(page).getByRole('heading', { name: 'No saved cards' })).toBeVisible();
    await expectUsable(page);
  });

  await test.step('two cards are kept at the checkout', async () => {
    await toStripe(page, product);
    await page.getByLabel('Card number').fill(stripeCards.works);
    await page.getByRole('checkbox', { name: /^Keep this card/ }).check();
    await payButton(page).click();
    await confirmedOrder(page);
    await toStripe(page, product);
    await page.getByRole('radio', { name: 'Another card' }).check();
    await page.getByLabel('Card number').fill('4000 0566 5566 5556');
    await page.getByRole('checkbox', { name: /^Keep this card/ }).check();
    await payButton(page).click();
    await confirmedOrder(page);
  });

  const rows = main(page).getByRole('listitem').filter({ hasText: 'Expires' });
  await test.step('both are in the account, and one is put first', async () => {
    await page.goto('/account/cards');
    await expect(rows).toHaveCount(2);
    await expectUsable(page);
    await main(page).getByRole('button', { name: 'Use first: Visa 5556' }).click();
    await expect(rows.first()).toContainText('Visa 5556');
    await expect(rows.first()).toContainText('Used first');
  });

  await test.step('the first is offered at the checkout and pays', async () => {
    await toStripe(page, product);
    await expect(page.getByRole('radio', { name: /^Visa 5556/ })).toBeChecked();
    await expect(page.getByLabel('Card number')).toBeHidden();
    await expectUsable(page);
    await payButton(page).click();
    await confirmedOrder(page);
  });

  await test.step('one is removed after asking; what is kept is kept', async () => {
    await page.goto('/account/cards');
    await main(page).getByRole('button', { name: 'Remove Visa 4242' }).click();
    await main(page).getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(rows).toHaveCount(2);
    await main(page).getByRole('button', { name: 'Remove Visa 4242' }).click();
    await expectUsable(page);
    await main(page).getByRole('button', { name: 'Yes, remove' }).click();
    await expect(rows).toHaveCount(1);
    await expect(main(page).getByRole('heading', { name: 'Saved cards' })).toBeFocused();
    await page.reload();
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Visa 5556');
  });
});
