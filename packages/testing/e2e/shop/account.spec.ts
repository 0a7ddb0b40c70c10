import { expect, newEmail, test } from './shop-test.ts';

test('register, sign out, sign in', async ({ page, quietConsole }) => {
  quietConsole.allow(/401/);
  const email = newEmail('member');
  const password = 'correct horse battery staple';
  await page.goto('/register');
  await page.getByLabel(/name/i).first().fill('Grace Hopper');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page
    .getByRole('main')
    .getByRole('button', { name: /create|register/i })
    .click();
  await expect(page).toHaveURL(/\/account/);
  await expect(page.getByRole('heading', { name: 'Hello, Grace' })).toBeVisible();

  await page.getByRole('banner').getByRole('button', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await expect(page).not.toHaveURL(/\/account/);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);

  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('wrong password entirely');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/account/);
});
