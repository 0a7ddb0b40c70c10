import type { Page } from '@playwright/test';
import { authenticatorCode } from './authenticator.ts';
import { expectAccessible } from './page-checks.ts';
import { linkInMail, sellerOrigin } from './people.ts';
import { expect, newEmail, test } from './shop-test.ts';

const password = 'correct horse battery staple';
const main = (page: Page) => page.getByRole('main');

async function enter(page: Page, email: string, secret: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await main(page).getByRole('button', { name: 'Sign in' }).click();
}

/** A new account, signed in. */
async function member(page: Page, name: string): Promise<string> {
  const email = newEmail(name);
  const reply = await page.request.post('/api/trpc/identity.register', {
    data: { email, name: 'Ada Byron', password },
  });
  expect(reply.status()).toBe(200);
  await enter(page, email, password);
  await expect(page).toHaveURL(/\/account$/);
  return email;
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code);
  await main(page).getByRole('button', { name: 'Continue' }).click();
}

test('a new account is verified by the link in the mail', async ({ page, quietConsole }) => {
  quietConsole.allow(/40[01]|422/);
  const email = newEmail('verify');
  await page.goto('/register');
  await page.getByLabel('Your name').fill('Grace Hopper');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('password1234');
  await expect(page.getByRole('status', { name: 'Strength of the password' })).toContainText(/leaked|easy to guess/);
  await main(page).getByRole('button', { name: 'Create the account' }).click();
  await expect(main(page).getByRole('alert').first()).toContainText(/leaked|easy to guess/);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await expect(page.getByRole('status', { name: 'Strength of the password' })).toContainText(/Good|Strong/);
  await main(page).getByRole('button', { name: 'Create the account' }).click();
  await expect(page).toHaveURL(/\/account$/);

  await page.goto('/account/security');
  await expect(page.getByText('Not verified yet')).toBeVisible();
  await page.goto(await linkInMail(page, email, 'verify your e-mail'));
  await main(page).getByRole('button', { name: 'Yes, verify my address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is verified' })).toBeVisible();
  await page.goto('/account/security');
  await expect(page.getByText('Verified', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/verify-email?token=nothing-that-was-ever-sent');
  await main(page).getByRole('button', { name: 'Yes, verify my address' }).click();
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
});

test('a forgotten password is replaced by the link in the mail, once', async ({ page, quietConsole }) => {
  quietConsole.allow(/40[01]/);
  const email = await member(page, 'forgot');
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await main(page).getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page).toHaveURL(/\/forgot-password/);
  await page.getByLabel('E-mail').fill(email);
  await main(page).getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Please look into your mail' })).toBeVisible();
  const link = await linkInMail(page, email, 'Choose a new password');
  const next = 'a lantern above the quiet harbour';
  await page.goto(link);
  await page.getByLabel('New password').fill(next);
  await main(page).getByRole('button', { name: 'Set the password' }).click();
  await expect(page).toHaveURL(/\/sign-in\?reset=1/);
  await enter(page, email, password);
  await expect(main(page).getByRole('alert').first()).toBeVisible();
  await enter(page, email, next);
  await expect(page).toHaveURL(/\/account$/);

  await page.goto(link);
  await page.getByLabel('New password').fill(password);
  await main(page).getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
});

test('two-step sign-in: set up, a code, a recovery code that works once', async ({ page, quietConsole }) => {
  test.slow();
  quietConsole.allow(/401/);
  const email = await member(page, 'factor');
  await page.goto('/account/security');
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  const secret = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByLabel('Six digits').fill(authenticatorCode(secret));
  await dialog.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
  const codes = await page.getByRole('dialog').getByRole('listitem').allTextContents();
  const [recovery = '', second = ''] = codes;
  await expectAccessible(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${codes.join('\n')}\n`);
  // On paper nothing but the codes and what they are for.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('MallHive · Your recovery codes')).toBeVisible();
  for (const code of codes) await expect(page.getByText(code)).toBeVisible();
  for (const role of ['banner', 'navigation', 'heading', 'button', 'link', 'contentinfo'] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
  await page.emulateMedia({ media: null });
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText(/On since/)).toBeVisible();

  await page.context().clearCookies();
  await enter(page, email, password);
  await enterCode(page, '000000');
  await expect(main(page).getByRole('alert').first()).toContainText('This code is not right');
  await enterCode(page, authenticatorCode(secret, 1));
  await expect(page).toHaveURL(/\/account$/);

  await page.context().clearCookies();
  await enter(page, email, password);
  await enterCode(page, recovery);
  await expect(page).toHaveURL(/\/account$/);
  await page.context().clearCookies();
  await enter(page, email, password);
  await enterCode(page, recovery);
  await expect(main(page).getByRole('alert').first()).toContainText('This code is not right');

  await page.goto(`${sellerOrigin}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await main(page).getByRole('button', { name: 'Sign in' }).click();
  await enterCode(page, second);
  await expect(page.getByRole('heading', { name: 'You do not sell here yet' })).toBeVisible();
});

test('a new password signs out the other devices', async ({ page, browser, baseURL, quietConsole }) => {
  quietConsole.allow(/401/);
  const email = await member(page, 'devices');
  const other = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await enter(other, email, password);
  await expect(other).toHaveURL(/\/account$/);

  await page.goto('/account/security');
  await expect(page.getByText('This device')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Sign out all other devices' })).toBeVisible();
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByLabel('Current password').fill('not my password at all');
  await page.getByLabel('New password').fill('a lantern above the quiet harbour');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(main(page).getByRole('alert').first()).toContainText('current password is not right');
  await page.getByLabel('Current password').fill(password);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('The password was changed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign out all other devices' })).toHaveCount(0);

  await other.goto('/account');
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test('a copy of the data, and a deletion that is called off', async ({ page, quietConsole }) => {
  test.slow();
  quietConsole.allow(/403/);
  await member(page, 'data');
  await page.goto('/account/data');
  // As after a quarter of an hour: the first call wants a proof.
  await page.route(
    '**/identity.requestExport*',
    (route) => {
      const data = { code: 'FORBIDDEN', httpStatus: 403, reason: 'step_up_required', details: {} };
      return route.fulfill({ status: 403, json: [{ error: { message: 'Confirm', code: -32003, data } }] });
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Ask for a copy' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText(/Ready until/)).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^mallhive-.*\.json$/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(page.getByText(/will be deleted on/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep my account after all' }).click();
  await expect(page.getByText('Your account stays.')).toBeVisible();
});

test('account pages in Arabic run from right to left and can be used by all', async ({ page }) => {
  await member(page, 'arabic');
  for (const path of [
    '/ar/account',
    '/ar/account/orders',
    '/ar/account/security',
    '/ar/account/data',
    '/ar/sign-in',
    '/ar/forgot-password',
    '/ar/register',
  ]) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[\u0600-\u06ff]/);
    await expectAccessible(page);
  }
  await page.context().clearCookies();
  await page.goto('/ar/account/security');
  await expect(page).toHaveURL(/\/ar\/sign-in\?callbackUrl=%2Far%2Faccount%2Fsecurity/);
});
