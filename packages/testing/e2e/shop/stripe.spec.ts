import type { Page } from '@playwright/test';
import { addToCart, confirmedOrder, expect, fillAddress, newEmail, payButton, test } from './shop-test.ts';
import { stripeCards as cards, standInForStripe } from './stripe-browser.ts';

const number = (page: Page) => page.getByLabel('Card number');

async function payWith(page: Page, card: string): Promise<void> {
  await number(page).fill(card);
  await payButton(page).click();
}

test.beforeEach(async ({ page, pickProducts }) => {
  await standInForStripe(page);
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await addToCart(page, product);
  await page.goto('/checkout');
});

test('nothing of Stripe is loaded until a shopper chooses it; then its fields take the card', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('stripe.com')) asked.push(request.url());
  });
  await fillAddress(page, newEmail('stripe'));
  expect(asked).toEqual([]);
  await page.getByRole('radio', { name: 'Card', exact: true }).check();
  await expect(number(page)).toBeVisible();
  // Incomplete: said beside the field, and no order is placed.
  await payWith(page, '4242');
  await expect(page.getByText('Your card number is incomplete.')).toBeVisible();
  await expect(page.getByText('is reserved for you')).toBeHidden();
  await payWith(page, cards.works);
  await confirmedOrder(page);
});

test('a second step leads away and back to the confirmation', async ({ page }) => {
  await fillAddress(page, newEmail('stripe-second-step'));
  await page.getByRole('radio', { name: 'Card', exact: true }).check();
  await payWith(page, cards.secondStep);
  await confirmedOrder(page);
});

test('a declined card is told, and the order waits for another', async ({ page }) => {
  await fillAddress(page, newEmail('stripe-declined'));
  await page.getByRole('radio', { name: 'Card', exact: true }).check();
  await payWith(page, cards.declined);
  await expect(page.getByText('Your bank declined this card.').first()).toBeVisible();
  await expect(page.getByText('is reserved for you').first()).toBeVisible();
  await expect(payButton(page)).toBeEnabled();
});

test('says so when Stripe’s script does not come', async ({ page, quietConsole }) => {
  quietConsole.allow(/js\.stripe\.com/);
  await page.route('https://js.stripe.com/**', (route) => route.abort());
  await page.getByRole('radio', { name: 'Card', exact: true }).check();
  await expect(page.getByRole('alert').getByText('The card form could not be loaded.')).toBeVisible();
});
