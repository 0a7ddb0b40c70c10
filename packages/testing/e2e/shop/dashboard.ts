import { demoAccounts } from '@mallhive/seed';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { accountOf, sellerOrigin } from './people.ts';

/** The organisation whose dashboard these tests use. */
export const shopSlug = 'fern-and-kiln';

/** A name that nothing else in this run has. */
export const unique = (name: string): string => `${name} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e6)}`;

async function signIn(page: Page, account: { email: string; password: string }): Promise<void> {
  await page.goto(`${sellerOrigin}/sign-in`);
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  // Before that the page would not keep what is typed.
  await expect(button).toBeEnabled();
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await button.click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Signs in for the shop of these tests and answers its id. */
export async function openDashboard(page: Page): Promise<string> {
  await signIn(page, accountOf(shopSlug));
  const { user } = await read<{ user: { memberships: { slug: string; sellerId: string }[] } }>(
    page.request,
    'identity.me',
  );
  const membership = user.memberships.find(({ slug }) => slug === shopSlug);
  if (!membership) throw new Error(`The demo account does not belong to ${shopSlug}`);
  return membership.sellerId;
}

export async function openAdministration(page: Page): Promise<void> {
  const account = demoAccounts.find(({ role }) => role === 'administrator');
  if (!account) throw new Error('The demo shop has no administrator');
  await signIn(page, account);
}

type Reply<Output> = { result: { data: Output } };

export async function change<Output>(request: APIRequestContext, procedure: string, input: unknown): Promise<Output> {
  const response = await request.post(`${sellerOrigin}/api/trpc/${procedure}`, {
    data: input,
    headers: { origin: sellerOrigin },
  });
  expect(response.status(), `${procedure}: ${await response.text()}`).toBe(200);
  return ((await response.json()) as Reply<Output>).result.data;
}

export async function read<Output>(request: APIRequestContext, procedure: string, input?: unknown): Promise<Output> {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await request.get(`${sellerOrigin}/api/trpc/${procedure}${query}`);
  expect(response.status(), `${procedure}: ${await response.text()}`).toBe(200);
  return ((await response.json()) as Reply<Output>).result.data;
}

export interface EditorProduct {
  id: string;
  slug: string;
  title: string;
  brand: string;
  version: number;
  images: unknown[];
  variants: { id: string; sku: string }[];
}

/** A picture of one colour, as bytes. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAMAAACdt4HsAAAAA1BMVEWwajtMPanDAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAG0lEQVRYhe3BgQAAAADDoPlT3+AEVQEAAAB0DRBAAAGx1LfoAAAAAElFTkSuQmCC',
  'base64',
);

async function upload(
  request: APIRequestContext,
  sellerId: string,
): Promise<{ url: string; width: number; height: number }> {
  const response = await request.put(`${sellerOrigin}/api/files/pictures?sellerId=${sellerId}`, {
    data: picture,
    headers: { origin: sellerOrigin, 'content-type': 'image/png' },
  });
  expect(response.status(), await response.text()).toBe(200);
  return ((await response.json()) as { image: { url: string; width: number; height: number } }).image;
}

/** A draft as the editor would make it; with a price unless that is what is tested. */
export async function makeProduct(
  request: APIRequestContext,
  sellerId: string,
  title: string,
  options: { price?: number | null; stock?: number; published?: boolean } = {},
): Promise<EditorProduct> {
  const { categories } = await read<{ categories: { id: string; path: string }[] }>(request, 'catalog.categories', {});
  const category = categories.find(({ path }) => path.includes('/'));
  const { price = 1_000, stock } = options;
  const image = options.published ? await upload(request, sellerId) : null;
  const sku = title.replace(/[^a-z0-9]+/gi, '-').toUpperCase();
  const { product } = await change<{ product: EditorProduct }>(request, 'catalog.createProduct', {
    sellerId,
    title,
    categoryId: category?.id,
    descriptionHtml: '<p>Made for a test.</p>',
    ...(image && {
      images: [{ url: image.url, width: image.width, height: image.height, alt: 'A test' }],
      status: 'published',
    }),
    variants: [{ sku, prices: price === null ? {} : { GBP: { amount: price, compareAt: null } } }],
  });
  const variantId = product.variants[0]?.id;
  if (stock === undefined) return product;
  await change(request, 'cart.setStock', { sellerId, variantId, onHand: stock });
  // The catalogue hears of the stock about a second later; a page opened before that would say sold out.
  type Detail = { product: { variants: { availableQuantity: number }[] } };
  const shown = async () =>
    (await read<Detail>(request, 'catalog.product', { slug: product.slug })).product.variants[0];
  if (options.published) await expect.poll(async () => (await shown())?.availableQuantity).toBe(stock);
  return product;
}
