import { demoAccounts } from '@mallhive/seed';
import { expectUsable } from './page-checks.ts';
import { sellerOrigin, signInSeller } from './people.ts';
import { expect, test } from './shop-test.ts';

test('an owner is taken to Stripe, leaves, goes on, and is ready to be paid', async ({ page }, { project, retry }) => {
  // An account is set up once: each width takes another seller, and a second try goes on where the first one ended.
  const slugs = [...new Set(demoAccounts.flatMap(({ sellerSlug }) => (sellerSlug ? [sellerSlug] : [])))];
  const slug = slugs[project.name === 'phone' ? 1 : 0];
  if (!slug) throw new Error('The demo shop has too few sellers');
  await signInSeller(page, slug);
  const main = page.getByRole('main');
  const status = main.getByRole('status').filter({ hasText: 'Stripe' });

  await test.step('nothing is set up', async () => {
    await page.goto(`${sellerOrigin}/payouts`);
    await expect(status).toHaveText(retry === 0 ? /^Not set up\./ : /^Not set up\.|still needs something/);
    await expectUsable(page);
  });

  await test.step('the page is left before its end', async () => {
    await main.getByRole('button', { name: /^(Set up|Continue) with Stripe$/ }).click();
    await page.getByRole('link', { name: 'Later' }).click();
    await expect(page).toHaveURL(`${sellerOrigin}/payouts?account=stripe`);
    await expect(status).toHaveText(/still needs something/);
    await expectUsable(page);
  });

  await test.step('the same account is gone on with, to its end', async () => {
    await main.getByRole('button', { name: 'Continue with Stripe' }).click();
    await page.getByRole('link', { name: 'Everything is said' }).click();
    await expect(status).toHaveText(/^Ready\./);
    await expect(main.getByRole('button', { name: /with Stripe$/ })).toBeHidden();
    await expectUsable(page);
  });

  await test.step('it is still so without asking', async () => {
    await page.goto(`${sellerOrigin}/payouts`);
    await expect(status).toHaveText(/^Ready\./);
  });
});
