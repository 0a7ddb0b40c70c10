import { fileURLToPath } from 'node:url';
import { stripeShopper } from '@mallhive/testing/stripe-shopper';
import type { Page } from '@playwright/test';
import { addToCart, confirmedOrder, expect, fillAddress, newEmail, payButton, test } from './shop-test.ts';

const atStripe = stripeShopper(`http://127.0.0.1:${Number(process.env.E2E_PORT_BASE ?? 4100) + 42}`);
const cards = { works: '4242 4242 4242 4242', declined: '4000 0000 0000 0341', secondStep: '4000 0025 0000 3155' };

const standIn = fileURLToPath(new URL('./stripe-stand-in.js', import.meta.url));

/** Stripe as the browser sees it: its script, and the address that a confirmation goes to. */
async function standInForStripe(page: Page): Promise<void> {
  await page.route('https://js.stripe.com/**', (route) =>
    route.fulfill({ path: standIn, contentType: 'text/javascript' }),
  );
  await page.route('https://api.stripe.com/**', async (route) => {
    const request = route.request();
    const intent = /payment_intents\/(\w+)\/confirm/.exec(request.url())?.[1] ?? '';
    const fields = new URLSearchParams(request.postData() ?? '');
    const card = fields.get('card') ?? '';
    const headers = { 'access-control-allow-origin': '*' };
    try {
      await atStripe.confirm(intent, card);
    } catch {
      const error = { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' };
      return route.fulfill({ headers, json: { error } });
    }
    if (card !== cards.secondStep.replaceAll(' ', '')) return route.fulfill({ headers, json: {} });
    await atStripe.authenticate(intent, true);
    return route.fulfill({ headers, json: { redirect: `${fields.get('return_url')}&redirect_status=succeeded` } });
  });
}

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
