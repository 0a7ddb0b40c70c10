import type { Browser, Page } from '@playwright/test';
import {
  change,
  type EditorProduct,
  makeProduct,
  openAdministration,
  openDashboard,
  read,
  unique,
} from './dashboard.ts';
import { expectUsable } from './page-checks.ts';
import { sellerOrigin } from './people.ts';
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

const password = 'correct horse battery staple';
const main = (page: Page) => page.getByRole('main');
const reviewsOf = (page: Page) => page.getByRole('region', { name: 'Reviews', exact: true });

interface Shop {
  /** Signed in as the owner of the shop that sells the product. */
  seller: Page;
  sellerId: string;
  product: EditorProduct;
}

/** A product that nobody has bought yet, and its seller's dashboard. */
async function openShop(browser: Browser, name: string): Promise<Shop> {
  const seller = await (await browser.newContext()).newPage();
  const sellerId = await openDashboard(seller);
  const product = await makeProduct(seller.request, sellerId, unique(name), { stock: 9, published: true });
  return { seller, sellerId, product };
}

async function member(page: Page, name: string): Promise<string> {
  const email = newEmail(name);
  const reply = await page.request.post('/api/trpc/identity.register', {
    data: { email, name: 'Ada Byron', password },
  });
  expect(reply.status()).toBe(200);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await main(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/account$/);
  return email;
}

/** Bought in the shop by who is signed in there, then sent and delivered by its seller. */
async function buyAndReceive(page: Page, email: string, { seller, sellerId, product }: Shop): Promise<void> {
  const buyable = { ...product, variantId: product.variants[0]?.id ?? '' };
  await addToCart(page, buyable as unknown as Parameters<typeof addToCart>[1]);
  await page.goto('/checkout');
  await fillAddress(page, email);
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  const number = await confirmedOrder(page);
  let subOrderId = '';
  await expect(async () => {
    const { items } = await read<{ items: { id: string; orderNumber: string }[] }>(
      seller.request,
      'orders.sellerOrders',
      { sellerId, limit: 50 },
    );
    subOrderId = items.find(({ orderNumber }) => orderNumber === number)?.id ?? '';
    expect(subOrderId).not.toBe('');
  }).toPass({ timeout: 20_000 });
  const parcel = { sellerId, subOrderId, shipmentId: crypto.randomUUID() };
  await change(seller.request, 'orders.ship', { ...parcel, carrier: 'Royal Mail', trackingNumber: `RM${number}` });
  await change(seller.request, 'orders.markDelivered', parcel);
}

/** As the link in an order leads there: from another page. */
async function toForm(page: Page, path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${path}#write-review`);
}

/** Opens the form; the right to review comes with the parcel, a moment later. */
async function openForm(page: Page, slug: string): Promise<void> {
  await expect(async () => {
    await toForm(page, `/p/${slug}`);
    await expect(reviewsOf(page).getByRole('heading', { name: 'Write a review' })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
}

async function write(page: Page, stars: number, title: string, body: string): Promise<void> {
  const form = reviewsOf(page);
  // The stars are drawn over the radio buttons.
  await form.getByRole('radio', { name: new RegExp(`^${stars} star`) }).check({ force: true });
  await form.getByLabel('In a few words').fill(title);
  await form.getByLabel('Your experience').fill(body);
}

/** What the product's page says without any script, as search engines and visitors get it. */
async function expectRating(page: Page, slug: string, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`/p/${slug}`);
    await expect(reviewsOf(page)).toContainText(words, { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}

test('a buyer reviews once, the seller answers, somebody reports it, an administrator hides it and brings it back', async ({
  page,
  browser,
  baseURL,
  quietConsole,
}) => {
  // Four people, an order and a parcel.
  test.setTimeout(300_000);
  quietConsole.allow(/40[013]/);
  const shop = await openShop(browser, 'Reviewed mug');
  const { seller, product } = shop;
  const title = unique('Keeps tea hot');
  const visitor = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();

  await test.step('a guest signs in first, who did not buy cannot review', async () => {
    await visitor.goto(`/p/${product.slug}`);
    await expect(reviewsOf(visitor)).toContainText('No reviews yet');
    await reviewsOf(visitor).getByRole('button', { name: 'Write a review' }).click();
    await expect(reviewsOf(visitor)).toContainText('Sign in to write a review');
    await expectUsable(visitor);
    await member(visitor, 'onlooker');
    await toForm(visitor, `/p/${product.slug}`);
    await expect(reviewsOf(visitor)).toContainText('Reviews are written by people who bought the product here.');
    const forged = await visitor.request.post('/api/trpc/catalog.saveReview', {
      data: { productId: product.id, rating: 1, title: 'Not mine', body: '', images: [] },
    });
    expect(forged.status()).toBeGreaterThanOrEqual(400);
  });

  await test.step('the buyer of a delivered order reviews it', async () => {
    await buyAndReceive(page, await member(page, 'reviewer'), shop);
    await openForm(page, product.slug);
    await reviewsOf(page).getByRole('button', { name: 'Publish' }).click();
    await expect(reviewsOf(page).getByText('Choose one to five stars.')).toBeVisible();
    await write(page, 2, title, 'The handle came off after a week.');
    await expectUsable(page);
    await reviewsOf(page).getByRole('button', { name: 'Publish' }).click();
    await expect(reviewsOf(page).getByRole('heading', { name: 'Your review' })).toBeVisible();
    await expectRating(page, product.slug, '2.0out of 5');
    await expect(reviewsOf(page)).toContainText('Verified purchase');
    await expect(reviewsOf(page)).toContainText('1 review');
  });

  await test.step('a second time it is the same review that changes', async () => {
    await toForm(page, `/p/${product.slug}`);
    await expect(reviewsOf(page).getByRole('heading', { name: 'Your review' })).toBeVisible();
    await write(page, 4, title, 'The seller sent another. Good now.');
    await reviewsOf(page).getByRole('button', { name: 'Save', exact: true }).click();
    await expect(reviewsOf(page).getByText(/changed on/)).toBeVisible();
    await expectRating(page, product.slug, '4.0out of 5');
    await expect(reviewsOf(page)).toContainText('1 review');
  });

  await test.step('the seller answers below it', async () => {
    await seller.goto(`${sellerOrigin}/reviews?status=unanswered`);
    const item = main(seller).getByRole('listitem').filter({ hasText: title });
    await item.getByRole('button', { name: 'Answer', exact: true }).click();
    await item.getByLabel(/Your answer to/).fill('Thank you for telling us, Ada.');
    await expectUsable(seller);
    await item.getByRole('button', { name: 'Publish the answer' }).click();
    await expect(seller.getByText('Your answer is public.')).toBeVisible();
    await visitor.goto(`/p/${product.slug}`);
    await reviewsOf(visitor).getByRole('button', { name: 'Filter and sort all reviews' }).click();
    await expect(reviewsOf(visitor).getByText('Thank you for telling us, Ada.')).toBeVisible();
  });

  await test.step('somebody finds it helpful, and reports it once', async () => {
    const review = reviewsOf(visitor).getByRole('listitem').filter({ hasText: title });
    await review.getByRole('button', { name: 'Helpful' }).click();
    await expect(review.getByText('1 person found this helpful')).toBeVisible();
    await review.getByRole('button', { name: 'Report' }).click();
    const dialog = visitor.getByRole('dialog', { name: 'Report this review' });
    await dialog.getByLabel('What is wrong?').selectOption({ label: 'Not genuine' });
    await dialog.getByLabel(/More about it/).fill('Sounds like a friend.');
    await expectUsable(visitor);
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect(review.getByRole('button', { name: 'Reported' })).toBeDisabled();
  });

  const desk = await (await browser.newContext()).newPage();
  await openAdministration(desk);
  const queued = main(desk).getByRole('listitem').filter({ hasText: title });
  await test.step('an administrator hides it: its stars count no more, its author cannot change it', async () => {
    await desk.goto(`${sellerOrigin}/admin/reviews`);
    await expect(queued.first()).toContainText('Not genuine – Sounds like a friend.');
    await expectUsable(desk);
    await queued.getByRole('button', { name: 'Hide it' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Hide this review?' });
    await dialog.getByLabel(/Why/).fill('Written for a friend');
    await dialog.getByRole('button', { name: 'Hide it' }).click();
    await expect(desk.getByText('The review is hidden.')).toBeVisible();
    await expectRating(visitor, product.slug, 'No reviews yet');
    await toForm(page, `/p/${product.slug}`);
    await expect(reviewsOf(page)).toContainText('Your review was hidden by a moderator.');
  });

  await test.step('and brings it back', async () => {
    await desk.goto(`${sellerOrigin}/admin/reviews?status=hidden`);
    await queued.getByRole('button', { name: 'Show it again' }).click();
    await expect(desk.getByText('The review is shown again.')).toBeVisible();
    await expectRating(visitor, product.slug, '4.0out of 5');
  });
  for (const other of [seller, visitor, desk]) await other.context().close();
});

test('an administrator who leaves a reported review settles the reports', async ({ page, browser, quietConsole }) => {
  test.slow();
  quietConsole.allow(/40[013]/);
  const shop = await openShop(browser, 'Reported bowl');
  const title = unique('Chipped');
  await buyAndReceive(page, await member(page, 'honest'), shop);
  await openForm(page, shop.product.slug);
  await write(page, 1, title, 'A chip at the rim.');
  await reviewsOf(page).getByRole('button', { name: 'Publish' }).click();
  await expect(reviewsOf(page).getByRole('heading', { name: 'Your review' })).toBeVisible();

  await shop.seller.goto(`${sellerOrigin}/reviews?status=critical`);
  const item = main(shop.seller).getByRole('listitem').filter({ hasText: title });
  await item.getByRole('button', { name: 'Report to a moderator' }).click();
  await expect(shop.seller.getByText('Reported. A moderator will look at it.')).toBeVisible();

  const desk = await (await browser.newContext()).newPage();
  await openAdministration(desk);
  await desk.goto(`${sellerOrigin}/admin/reviews`);
  const queued = main(desk).getByRole('listitem').filter({ hasText: title });
  await queued.getByRole('button', { name: 'Leave it' }).click();
  await expect(desk.getByText('The review stays.')).toBeVisible();
  await expect(queued).toHaveCount(0);
  await expectRating(page, shop.product.slug, '1.0out of 5');
  for (const other of [shop.seller, desk]) await other.context().close();
});

test('reviews in Arabic, from right to left', async ({ page, browser }) => {
  test.slow();
  const shop = await openShop(browser, 'Arabic jar');
  await buyAndReceive(page, await member(page, 'arabic-review'), shop);
  await openForm(page, shop.product.slug);
  await toForm(page, `/ar/p/${shop.product.slug}`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const reviews = page.locator('#reviews');
  await reviews.getByRole('radio', { name: /^\S?5\S? نجوم$/ }).check({ force: true });
  await reviews.getByLabel('تجربتك').fill('جرّة جميلة ومتينة.');
  await expectUsable(page);
  await reviews.getByRole('button', { name: 'نشر' }).click();
  await expect(reviews.getByText('جرّة جميلة ومتينة.').last()).toBeVisible();
  await expectUsable(page);
  await shop.seller.context().close();
});
