import type { Page } from '@playwright/test';
import { mailTo } from './people.ts';
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

/** The stand-in for PayPal's page, which the shop's own script never touches. */
const atPayPal = /\/checkoutnow\?token=/;

async function chooseAndPay(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^PayPal/ }).check();
  await expect(payButton(page)).toHaveText(/with PayPal/);
  await payButton(page).click();
  await expect(page).toHaveURL(atPayPal);
}
const answer = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test.beforeEach(async ({ page, pickProducts }) => {
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await addToCart(page, product);
  await page.goto('/checkout');
});

test('agreed at PayPal, and the way back gone twice', async ({ page }) => {
  await fillAddress(page, newEmail('paypal'));
  await chooseAndPay(page);
  const back = page.waitForRequest(/payment_result=approved/);
  await answer(page, 'Approve');
  const returnUrl = (await back).url();
  const number = await confirmedOrder(page);
  await page.goto(returnUrl);
  await expect(page.getByText('There is nothing to check out').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByText(number).first()).toBeVisible();
});

test('given up at PayPal: everything is kept, and the same order is paid in a second try', async ({ page }) => {
  const email = newEmail('paypal-gives-up');
  await fillAddress(page, email);
  await chooseAndPay(page);
  await answer(page, 'Cancel and return');
  await expect(page.getByText('You did not agree to the payment.').first()).toBeVisible();
  const form = page.getByRole('main');
  await expect(form.getByText(email)).toBeVisible();
  await expect(page.getByRole('radio', { name: /^PayPal/ })).toBeChecked();
  const reserved = ((await form.textContent()) ?? '').match(/MH-[0-9A-Z]{8}/)?.[0];
  await payButton(page).click();
  await answer(page, 'Approve');
  expect(await confirmedOrder(page)).toBe(reserved);
});

test('refused by PayPal: a card pays the same order', async ({ page }) => {
  await fillAddress(page, newEmail('paypal-refuses'));
  await chooseAndPay(page);
  await answer(page, 'Approve with a card that is declined');
  await expect(page.getByText('PayPal could not take the payment.').first()).toBeVisible();
  const reserved = ((await page.getByRole('main').textContent()) ?? '').match(/MH-[0-9A-Z]{8}/)?.[0];
  await page.getByRole('radio', { name: 'Card (test)' }).check();
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  expect(await confirmedOrder(page)).toBe(reserved);
});

test('agreed at PayPal, and the browser never came back: the order is paid all the same', async ({ page, context }) => {
  const email = newEmail('paypal-closes');
  await fillAddress(page, email);
  // The page is gone before its answers could be read.
  let number = 'no number';
  await page.route(/orders\.place/, async (route) => {
    const response = await route.fetch();
    number = /MH-[0-9A-Z]{8}/.exec(await response.text())?.[0] ?? number;
    await route.fulfill({ response });
  });
  await chooseAndPay(page);
  const agreed = await page.request.post(page.url(), { form: { outcome: 'works' }, maxRedirects: 0 });
  expect(agreed.status()).toBe(303);
  const other = await context.newPage();
  await page.close();
  await mailTo(other, email, number);
  await other.goto('/cart');
  await expect(other.getByText('Your cart is empty').first()).toBeVisible();
});
