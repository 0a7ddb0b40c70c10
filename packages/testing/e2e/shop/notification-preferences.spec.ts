import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { change, read } from './dashboard.ts';
import { expectUsable } from './page-checks.ts';
import { linkInMail, sellerOrigin, signInSeller } from './people.ts';
import { type Buyable, cards, expect, newEmail, shopper, test } from './shop-test.ts';

const password = 'correct horse battery staple';
const main = (page: Page) => page.getByRole('main');
/** Of the mails, which come first among the ways. */
const toggle = (page: Page, kind: string) => main(page).getByRole('switch', { name: kind }).first();
const section = (page: Page, title: string) => main(page).getByRole('region', { name: title });

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await main(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/account$/);
}

/** A new account, signed in. */
async function member(page: Page): Promise<string> {
  const email = newEmail('messages');
  const data = { email, name: 'Ada Byron', password };
  expect((await page.request.post('/api/trpc/identity.register', { data })).status()).toBe(200);
  await signIn(page, email);
  return email;
}

/** Sets a switch and waits until the server has it. */
async function press(page: Page, kind: string): Promise<void> {
  await expect(toggle(page, kind)).toBeEnabled();
  const saved = page.waitForResponse(/notifications\.setPreferences/);
  await toggle(page, kind).click();
  expect((await saved).status()).toBe(200);
}

test('what somebody chooses stays chosen; what always comes says why', async ({ page }) => {
  await member(page);
  await page.getByRole('navigation', { name: 'Account' }).getByRole('link', { name: 'Messages' }).click();
  await expect(page).toHaveURL(/\/account\/notifications$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Messages to you');
  await expect(toggle(page, 'Reviews')).toBeChecked();
  await expect(toggle(page, 'Offers and news')).not.toBeChecked();
  await expect(section(page, 'About your shop')).toHaveCount(0);

  const always = section(page, 'What always comes');
  await expect(always).toContainText('cannot be switched off');
  await expect(always.getByRole('listitem')).toHaveCount(2);
  await expect(always.getByText('Always on')).toHaveCount(2);
  await expect(always.getByRole('switch')).toHaveCount(0);

  await press(page, 'Reviews');
  await expect(section(page, 'As you like').getByRole('status')).toHaveText('Saved.');
  await toggle(page, 'Offers and news').focus();
  const saved = page.waitForResponse(/notifications\.setPreferences/);
  await page.keyboard.press('Space');
  await saved;
  await expect(toggle(page, 'Offers and news')).toBeChecked();
  await expectUsable(page);

  const language = main(page).getByLabel('Language', { exact: true });
  await language.selectOption('Deutsch');
  await expect(section(page, 'Language of our messages').getByRole('status')).toHaveText('Saved.');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  await expect(toggle(page, 'Reviews')).not.toBeChecked();
  await expect(toggle(page, 'Offers and news')).toBeChecked();
  await expect(language).toHaveValue('de');
  await expectUsable(page);
});

test('what could not be saved is said, and the switch goes back', async ({ page, quietConsole }) => {
  quietConsole.allow(/503/);
  await member(page);
  await page.goto('/account/notifications');
  await expect(toggle(page, 'Reviews')).toBeEnabled();
  await page.route(/notifications\.setPreferences/, (route) => route.fulfill({ status: 503, body: '' }));
  await toggle(page, 'Reviews').click();
  await expect(section(page, 'As you like').getByRole('alert')).toContainText('could not be saved');
  await expect(toggle(page, 'Reviews')).toBeChecked();
  await page.unroute(/notifications\.setPreferences/);
  await press(page, 'Reviews');
  await expect(section(page, 'As you like').getByRole('alert')).toHaveCount(0);
  await expect(toggle(page, 'Reviews')).not.toBeChecked();
});

test('in Arabic, from right to left', async ({ page }) => {
  await member(page);
  await page.goto('/ar/account/notifications');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('الرسائل إليك');
  await press(page, 'التقييمات');
  await expect(section(page, 'كما تشاء').getByRole('status')).toHaveText('تم الحفظ.');
  await expectUsable(page);
});

async function send<Output>(request: APIRequestContext, procedure: string, data: unknown): Promise<Output> {
  const response = await request.post(`/api/trpc/${procedure}`, { data });
  expect(response.status(), `${procedure}: ${await response.text()}`).toBe(200);
  return ((await response.json()) as { result: { data: Output } }).result.data;
}

/** A paid order of a guest. How that looks is the matter of other tests. */
async function buy(request: APIRequestContext, { variantId }: Buyable): Promise<void> {
  await send(request, 'cart.addItem', { variantId, quantity: 1 });
  const { checkout } = await send<{ checkout: { id: string; revision: string } }>(request, 'orders.startCheckout', {
    country: 'GB',
  });
  const { payment } = await send<{ payment: { id: string; clientSecret: string } }>(request, 'orders.place', {
    checkoutId: checkout.id,
    revision: checkout.revision,
    email: newEmail('buyer'),
    shippingAddress: { ...shopper, country: 'GB' },
  });
  const paid = await send<{ status: string }>(request, 'payments.confirmTest', {
    paymentId: payment.id,
    clientSecret: payment.clientSecret,
    card: { number: cards.succeeds, expiry: '08/34', cvc: '123' },
    returnUrl: '/checkout/return',
  });
  expect(paid.status).toBe('captured');
}

/** Somebody new in the team of the seller, who gets a mail for each order and has changed nothing yet. */
async function joinTeam(browser: Browser, sellerSlug: string) {
  const context = await browser.newContext();
  const owner = await context.newPage();
  await signInSeller(owner, sellerSlug);
  const { user } = await read<{ user: { memberships: { slug: string; sellerId: string }[] } }>(
    owner.request,
    'identity.me',
  );
  const sellerId = user.memberships.find(({ slug }) => slug === sellerSlug)?.sellerId;
  const email = newEmail('packer');
  await change(owner.request, 'identity.inviteMember', { sellerId, email, role: 'fulfilment' });
  const invitation = new URL(await linkInMail(owner, email, 'invites you'));
  const token = invitation.searchParams.get('token');
  await change(owner.request, 'identity.acceptInvitationAsNew', { token, name: 'Pia Packer', password });
  return { email, sellerId, close: () => context.close() };
}

test('the link in a mail stops that kind of mail: no sign-in, no script, one click', async ({
  page,
  browser,
  pickProducts,
  quietConsole,
  baseURL,
}) => {
  test.slow();
  quietConsole.allow(/404/);
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  const packer = await joinTeam(browser, product.seller.slug);
  await buy(page.request, product);
  const link = await linkInMail(page, packer.email, 'New order');
  expect(link).toContain('/unsubscribe?token=');

  const plain = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const paper = await plain.newPage();
  for (let visit = 0; visit < 2; visit += 1) {
    // Looking at it, as mail programs do ahead of people, changes nothing.
    await paper.goto(link);
    await expect(paper.getByRole('heading', { level: 1 })).toHaveText('No more of these mails?');
  }
  await expect(main(paper)).toContainText('New orders of your shop');
  await main(paper).getByRole('button', { name: 'Yes, stop them' }).click();
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('You will not get these mails any more');
  await plain.close();

  // A mail program's own button; said twice it is still done.
  const answer = await page.request.post(link, { form: { 'List-Unsubscribe': 'One-Click' } });
  expect(answer.status()).toBe(200);

  const forged = link.replace('.sales.', '.offers.');
  expect((await page.request.post(forged, { form: { 'List-Unsubscribe': 'One-Click' } })).status()).toBe(404);
  await page.goto(forged.replace('/unsubscribe', '/ar/unsubscribe'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('هذا الرابط لا يعمل');
  await expectUsable(page);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You will not get these mails any more');
  await expectUsable(page);

  await signIn(page, packer.email);
  await page.goto('/account/notifications');
  await expect(toggle(page, 'New orders')).not.toBeChecked();
  await expect(toggle(page, 'Offers and news')).not.toBeChecked();
  await expect(section(page, 'About your shop').getByText('Always on')).toBeVisible();
  // The next runs find the team as it was.
  const left = await page.request.post(`${sellerOrigin}/api/trpc/identity.leaveOrganisation`, {
    data: { sellerId: packer.sellerId },
    headers: { origin: sellerOrigin },
  });
  expect(left.status()).toBe(200);
  await packer.close();
});
