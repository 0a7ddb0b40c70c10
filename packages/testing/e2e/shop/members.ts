import type { Page } from '@playwright/test';
import { expect, newEmail, shopper } from './shop-test.ts';

/** An account with one address, signed in. */
export async function memberWithAddress(page: Page): Promise<void> {
  const account = { email: newEmail('steps'), password: 'correct horse battery staple' };
  const post = async (procedure: string, data: unknown) => {
    const origin = new URL(page.url()).origin;
    const reply = await page.request.post(`/api/trpc/${procedure}`, { data, headers: { origin } });
    expect(reply.status(), await reply.text()).toBe(200);
  };
  await page.goto('/sign-in');
  await post('identity.register', { ...account, name: shopper.name });
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/account$/);
  await post('identity.saveAddress', { ...shopper, country: 'GB', isDefault: true });
}
