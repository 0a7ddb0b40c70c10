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

  // The menu opens as soon as the page's scripts run.
  const signOut = page.getByRole('button', { name: 'Sign out' }).first();
  await expect(async () => {
    if (!(await signOut.isVisible())) await page.getByRole('banner').getByRole('button', { name: 'Account' }).click();
    await expect(signOut).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await signOut.click();
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
