import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from './page-checks.ts';
import { sellerMutation, signInSeller } from './people.ts';
import { type Buyable, expect, newEmail, test } from './shop-test.ts';

const password = 'correct horse battery staple';
const main = (page: Page) => page.getByRole('main');
const heart = (page: Page) => main(page).getByRole('button', { name: 'Save to wishlist' });
const addressOf = (product: Buyable) => `/p/${product.slug}?variant=${product.variantId}`;
const row = (page: Page, product: Buyable) =>
  main(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: product.title, exact: true }) });

async function register(request: APIRequestContext): Promise<string> {
  const email = newEmail('wishes');
  const reply = await request.post('/api/trpc/identity.register', { data: { email, name: 'Ada Byron', password } });
  expect(reply.status()).toBe(200);
  return email;
}

async function fillSignIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await main(page).getByRole('button', { name: 'Sign in' }).click();
}

/** A new account, signed in. */
async function member(page: Page): Promise<void> {
  const email = await register(page.request);
  await page.goto('/sign-in');
  await fillSignIn(page, email);
  await expect(page).toHaveURL(/\/account$/);
}

/** Presses the heart of a product and waits until the server has it. */
async function save(page: Page, product: Buyable): Promise<void> {
  await page.goto(addressOf(product));
  const saved = page.waitForResponse(/cart\.addWish/);
  await heart(page).click();
  expect((await saved).status()).toBe(200);
  await expect(heart(page)).toHaveAttribute('aria-pressed', 'true');
}

async function pick(pickProducts: (count: number) => Promise<Buyable[]>): Promise<Buyable> {
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  return product;
}

test('a guest who presses the heart signs in and comes back with the product saved', async ({
  page,
  request,
  pickProducts,
  quietConsole,
}) => {
  test.slow();
  // Pressed before the page knows that nobody is signed in.
  quietConsole.allow(/401/);
  const product = await pick(pickProducts);
  const email = await register(request);
  await page.goto(addressOf(product));
  await expect(heart(page)).toHaveAttribute('aria-pressed', 'false');
  await heart(page).click();
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  const saved = page.waitForResponse(/cart\.addWish/);
  await fillSignIn(page, email);
  await expect(page).toHaveURL(new RegExp(`/p/${product.slug}\\?variant=`));
  expect((await saved).status()).toBe(200);
  await expect(page.getByText('Put on your wishlist.')).toBeVisible();
  await expect(heart(page)).toHaveAttribute('aria-pressed', 'true');
  // The message goes by itself: first what needs it.
  await page.getByRole('button', { name: 'View wishlist' }).click();
  await expect(page).toHaveURL(/\/account\/wishlist$/);
  await expect(row(page, product)).toBeVisible();
  // Once is enough: looking at the product again does not save it again.
  await page.getByRole('button', { name: `Remove ${product.title}` }).click();
  await expect(row(page, product)).toHaveCount(0);
  await expect(page.getByText(`${product.title} was taken off your wishlist.`)).toBeVisible();
  await page.goto(addressOf(product));
  await expect(heart(page)).toHaveAttribute('aria-pressed', 'false');
  await expectAccessible(page);
});

test('the heart works with the keyboard and is remembered', async ({ page, pickProducts }) => {
  test.slow();
  await member(page);
  const product = await pick(pickProducts);
  await page.goto(addressOf(product));
  await expect(heart(page)).toBeEnabled();
  await heart(page).focus();
  let saved = page.waitForResponse(/cart\.addWish/);
  await page.keyboard.press('Enter');
  expect((await saved).status()).toBe(200);
  await page.reload();
  await expect(heart(page)).toHaveAttribute('aria-pressed', 'true');
  await heart(page).focus();
  saved = page.waitForResponse(/cart\.removeWish/);
  await page.keyboard.press('Space');
  expect((await saved).status()).toBe(200);
  await page.reload();
  await expect(heart(page)).toBeEnabled();
  await expect(heart(page)).toHaveAttribute('aria-pressed', 'false');
});

test('the list: empty, saved, taken off, undone, moved into the cart', async ({ page, pickProducts }) => {
  test.slow();
  await member(page);
  await page.goto('/account/wishlist');
  await expect(page.getByRole('heading', { name: 'Nothing on your wishlist yet' })).toBeVisible();
  await expectAccessible(page);
  const [older, newer] = await pickProducts(2);
  if (!older || !newer) throw new Error('no products');
  await save(page, older);
  await save(page, newer);

  await page.getByRole('banner').getByRole('button', { name: 'Account' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Your wishlist' }).click();
  await expect(page).toHaveURL(/\/account\/wishlist$/);
  await expect(main(page).getByText('2 things')).toBeVisible();
  await expect(main(page).getByRole('listitem').getByRole('heading')).toHaveText([newer.title, older.title]);
  await expectAccessible(page);

  const removed = page.waitForResponse(/cart\.removeWish/);
  await page.getByRole('button', { name: `Remove ${older.title}` }).click();
  await expect(row(page, older)).toHaveCount(0);
  await removed;
  const restored = page.waitForResponse(/cart\.addWish/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await restored;
  await expect(row(page, older)).toBeVisible();
  await page.reload();
  await expect(main(page).getByRole('listitem').getByRole('heading')).toHaveText([newer.title, older.title]);

  const moved = page.waitForResponse(/cart\.moveWishToCart/);
  await page.getByRole('button', { name: `Move to cart: ${newer.title}` }).click();
  expect((await moved).status()).toBe(200);
  await expect(row(page, newer)).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Cart, 1 item' })).toBeVisible();
  await page.reload();
  await expect(main(page).getByRole('listitem').getByRole('heading')).toHaveText([older.title]);
});

test('what sells out meanwhile says so and stays on the list', async ({
  page,
  browser,
  pickProducts,
  quietConsole,
}) => {
  test.slow();
  // The refusal itself, as the browser logs every one.
  quietConsole.allow(/moveWishToCart/);
  await member(page);
  const product = await pick(pickProducts);
  await save(page, product);
  await page.goto('/account/wishlist');
  await expect(row(page, product)).toBeVisible();

  const seller = await browser.newPage();
  await signInSeller(seller, product.seller.slug);
  const stock = (onHand: number) =>
    sellerMutation(seller.request, 'cart.setStock', {
      sellerId: product.seller.id,
      variantId: product.variantId,
      onHand,
    });
  await stock(0);
  try {
    await page.getByRole('button', { name: `Move to cart: ${product.title}` }).click();
    await expect(page.getByText(`There are no more of ${product.title} to add.`)).toBeVisible();
    await expect(row(page, product).getByText('Sold out')).toBeVisible();
    await expectAccessible(page);
  } finally {
    await stock(25);
    await seller.close();
  }
  await page.reload();
  await page.getByRole('button', { name: `Move to cart: ${product.title}` }).click();
  await expect(row(page, product)).toHaveCount(0);
});

test('a change that fails leaves the list as it is', async ({ page, pickProducts, quietConsole }) => {
  test.slow();
  quietConsole.allow(/50[03]|Failed to load/);
  await member(page);
  const product = await pick(pickProducts);
  await save(page, product);
  await page.goto('/account/wishlist');
  await page.route('**/cart.removeWish*', (route) => route.fulfill({ status: 503, body: 'away' }), { times: 1 });
  await page.getByRole('button', { name: `Remove ${product.title}` }).click();
  await expect(page.getByText('That did not work. Your wishlist is shown as it is.')).toBeVisible();
  await expect(row(page, product)).toBeVisible();
});

test('in Arabic the list and the heart run from right to left', async ({ page, pickProducts }) => {
  test.slow();
  await member(page);
  const product = await pick(pickProducts);
  await page.goto('/ar/account/wishlist');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('قائمة أمنياتك');
  await expectAccessible(page);
  await page.goto(`/ar${addressOf(product)}`);
  const saved = page.waitForResponse(/cart\.addWish/);
  await main(page).getByRole('button', { name: 'حفظ في قائمة الأمنيات' }).click();
  expect((await saved).status()).toBe(200);
  await page.goto('/ar/account/wishlist');
  await expect(main(page).getByRole('listitem').getByRole('heading')).toHaveCount(1);
  await expectAccessible(page);
  await page.context().clearCookies();
  await page.goto('/ar/account/wishlist');
  await expect(page).toHaveURL(/\/ar\/sign-in\?callbackUrl=%2Far%2Faccount%2Fwishlist/);
});
