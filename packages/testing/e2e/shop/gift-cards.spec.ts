import { demoAccounts } from '@mallhive/seed';
import type { Page } from '@playwright/test';
import { openAdministration, unique } from './dashboard.ts';
import { expectUsable } from './page-checks.ts';
import { mailTo, sellerOrigin } from './people.ts';
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

/** An administrator issues a card and reads its code. */
async function issue(admin: Page, pounds: string, email: string | null): Promise<string> {
  await admin.goto(`${sellerOrigin}/admin/gift-cards`);
  await admin.getByRole('button', { name: 'Issue a gift card' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Amount').fill(pounds);
  if (email) await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByLabel('Note').fill(unique('Card'));
  await dialog.getByRole('button', { name: 'Issue the card' }).click();
  await expect(dialog.getByRole('heading', { name: 'The card is issued' })).toBeVisible();
  const code = /(?:[2-9A-Z]{4}-){4}[2-9A-Z]{4}/.exec((await dialog.textContent()) ?? '')?.[0];
  if (!code) throw new Error('No code is shown');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
  return code;
}

async function enter(page: Page, code: string): Promise<void> {
  const field = page.getByLabel('Gift card code');
  if (!(await field.isVisible())) await page.locator('summary', { hasText: 'I have a gift card' }).click();
  await field.fill(code);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

test('a gift card is issued, pays a part, then everything, and cannot be spent again', async ({
  page,
  browser,
  pickProducts,
  quietConsole,
}) => {
  // The browser names every refusal of the API.
  quietConsole.allow(/the server responded with a status of 404/);
  test.setTimeout(120_000);
  const admin = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  await openAdministration(admin);
  const friend = newEmail('friend');
  const small = await issue(admin, '1', friend);
  const large = await issue(admin, '5000', null);
  await expectUsable(admin);
  await mailTo(admin, friend, 'gift card');
  const [first, second] = await pickProducts(2);
  if (!first || !second) throw new Error('Nothing to buy');

  await test.step('a part of the first order', async () => {
    await addToCart(page, first);
    await page.goto('/checkout');
    await fillAddress(page, newEmail('gifted'));
    await expect(payButton(page)).toBeEnabled();
    const full = (await payButton(page).textContent()) ?? '';
    await enter(page, small.replace(/.$/, small.endsWith('A') ? 'B' : 'A'));
    await expect(page.getByText('We do not know this code', { exact: false })).toBeVisible();
    await enter(page, small.toLowerCase());
    await expect(page.getByText('−£1.00').first()).toBeVisible();
    await expect(payButton(page)).not.toHaveText(full);
    const left = /£[\d.,]+/.exec((await payButton(page).textContent()) ?? '')?.[0] ?? 'nothing';
    await expect(page.getByTestId('left-to-pay')).toContainText(left);
    await expectUsable(page);
    await fillCard(page, cards.succeeds);
    await payButton(page).click();
    await confirmedOrder(page);
    await expect(page.getByText(`Paid with Gift card …${small.slice(-4)} · £1.00`)).toBeVisible();
    await expect(page.getByText(`Visa 4242 · ${left}`)).toBeVisible();
  });

  await test.step('all of the second: no card is asked for', async () => {
    await addToCart(page, second);
    await page.goto('/checkout');
    await fillAddress(page, newEmail('gifted'));
    await expect(payButton(page)).toBeEnabled();
    await enter(page, small);
    await expect(page.getByText('Nothing is left on this card.')).toBeVisible();
    await enter(page, large);
    await expect(page.getByText('There is nothing left to pay.', { exact: false })).toBeVisible();
    await expect(page.getByLabel('Card number')).toHaveCount(0);
    await expectUsable(page);
    await page.getByRole('button', { name: 'Place the order' }).click();
    await confirmedOrder(page);
    await expect(page.getByText(`Paid with Gift card …${large.slice(-4)}`)).toBeVisible();
  });

  await test.step('the administrator sees what became of it, and blocks it', async () => {
    await admin.goto(`${sellerOrigin}/admin/gift-cards?q=${large.slice(-4)}`);
    await admin
      .getByRole('button', { name: `Details of the card ending in ${large.slice(-4)}` })
      .locator('visible=true')
      .first()
      .click();
    const dialog = admin.getByRole('dialog');
    await expect(dialog.getByText('Spent')).toBeVisible();
    await expectUsable(admin);
    await dialog.getByRole('button', { name: 'Block' }).click();
    await expect(dialog.getByRole('button', { name: 'Open again' })).toBeVisible();
  });
  await admin.context().close();
});

test('credit is given, shown in the account, and offered at the checkout', async ({ page, browser, pickProducts }) => {
  test.setTimeout(120_000);
  const email = demoAccounts.find(({ role }) => role === 'shopper')?.email;
  const password = demoAccounts.find(({ role }) => role === 'shopper')?.password;
  if (!email || !password) throw new Error('The demo shop has no shopper');
  const admin = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  await openAdministration(admin);
  const reason = unique('Sorry');
  await admin.goto(`${sellerOrigin}/admin/gift-cards`);
  await admin.getByRole('button', { name: 'Give credit' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('E-mail address of the account').fill(email);
  await dialog.getByLabel('Amount').fill('3');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Give the credit' }).click();
  await expect(dialog).toHaveCount(0);
  await admin.context().close();

  await page.goto('/sign-in?callbackUrl=%2Faccount%2Fcredit');
  const button = page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true });
  await expect(button).toBeEnabled();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button.click();
  await expect(page.getByRole('heading', { name: 'Your credit' })).toBeVisible();
  await expect(page.getByText(reason, { exact: false })).toBeVisible();
  await expectUsable(page);
  const [product] = await pickProducts(1);
  if (!product) throw new Error('Nothing to buy');
  await addToCart(page, product);
  await page.goto('/checkout');
  const use = page.getByLabel('Use my credit', { exact: false });
  await use.check();
  await expect(page.getByTestId('left-to-pay')).toBeVisible();
});
