import { startIssuer } from '@mallhive/testing/oidc-issuer';
import { accountOf, sellerOrigin } from './people.ts';
import { expect, newEmail, test } from './shop-test.ts';

/** At the address that the shop of the browser tests is configured for. */
let issuer: Awaited<ReturnType<typeof startIssuer>>;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ baseURL }) => {
  const apps = [baseURL ?? '', sellerOrigin];
  const port = Number(new URL(apps[0] ?? '').port) + 40;
  issuer = await startIssuer(
    apps.map((app) => `${app}/api/auth/callback/oidc`),
    port,
  );
});
test.afterAll(async () => {
  await issuer?.close();
});

const person = (email: string) => ({ sub: email, email, email_verified: true, name: 'Grete Issuer' });

test('somebody new comes to the application through an issuer, from the footer of the shop', async ({ page }) => {
  issuer.choose(person(newEmail('grete')));
  await page.goto('/about');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Sell on MallHive' }).click();
  await expect(page).toHaveURL(`${sellerOrigin}/sign-in?callbackUrl=%2Fapply`);
  await page.getByRole('button', { name: 'Continue with Example ID' }).click();
  await expect(page).toHaveURL(`${sellerOrigin}/apply`);
  await expect(page.getByLabel('Name of your shop')).toBeVisible();
});

test('an address that has an account is not taken over, in dashboard and shop', async ({ page, pickProducts }) => {
  const [product] = await pickProducts(1);
  issuer.choose(person(accountOf(product?.seller.slug ?? '').email));
  await page.goto(`${sellerOrigin}/sign-in`);
  await page.getByRole('button', { name: 'Continue with Example ID' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('There is an account with this e-mail address');
  await expect(page).toHaveURL(/\/sign-in\?error=link_first/);
  await page.goto(sellerOrigin);
  await expect(page).toHaveURL(/\/sign-in/);

  await page.goto('/de/sign-in');
  await page.getByRole('button', { name: 'Weiter mit Example ID' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Mit dieser E-Mail-Adresse gibt es ein Konto');
});
