import { demoAccounts } from '@mallhive/seed';
import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test';

/** What the shop's public API says of a product; the shapes are catalog's. */
export interface Card {
  id: string;
  slug: string;
  title: string;
  available: boolean;
  seller: { id: string; slug: string; name: string };
  price: { current: { amount: number; currency: string } };
}

/** A product with the variant that a test buys. */
export interface Buyable extends Card {
  variantId: string;
}

interface Detail {
  product: { variants: { id: string; availableQuantity: number }[] };
}

/** The first variant of which a few tests may each take some, or undefined. */
async function plentiful(request: APIRequestContext, card: Card): Promise<Buyable | undefined> {
  const { product } = await query<Detail>(request, 'catalog.product', { slug: card.slug });
  const variant = product.variants.find(({ availableQuantity }) => availableQuantity >= 8);
  return variant && { ...card, variantId: variant.id };
}

export async function query<Output>(request: APIRequestContext, procedure: string, input: unknown): Promise<Output> {
  const response = await request.get(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
  expect(response.status(), `${procedure} ${await response.text()}`).toBe(200);
  return ((await response.json()) as { result: { data: Output } }).result.data;
}

/** A number that differs between tests and projects and is the same in every run. */
function spread(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
}

interface Fixtures {
  /** Products that can be bought, from `sellers` different sellers; other tests get others. */
  pickProducts: (count: number, sellers?: number) => Promise<Buyable[]>;
  /** Fails the test when the page logs an error or a warning that nobody expected. */
  quietConsole: { allow: (pattern: RegExp) => void };
}

export const test = base.extend<Fixtures>({
  quietConsole: [
    async ({ page }, use) => {
      // A page opened at a variant replaces the picture that its head had announced.
      const allowed: RegExp[] = [/was preloaded using link preload but not used/];
      const heard: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          heard.push(`${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`));
      await use({ allow: (pattern) => allowed.push(pattern) });
      expect(heard.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
  pickProducts: async ({ request }, use, info) => {
    await use(async (count, sellers = 1) => {
      // Sellers that somebody can sign in for.
      const shops = [...new Set(demoAccounts.flatMap(({ sellerSlug }) => (sellerSlug ? [sellerSlug] : [])))];
      const pages = await Promise.all(
        shops.map((seller) =>
          query<{ items: Card[] }>(request, 'search.products', { seller, inStock: true, sort: 'newest', limit: 60 }),
        ),
      );
      const found = pages.flatMap(({ items }) => items).filter(({ available }) => available);
      const start = spread(info.titlePath.join() + info.project.name) % found.length;
      const chosen: Buyable[] = [];
      const names = new Set<string>();
      for (const item of [...found.slice(start), ...found.slice(0, start)]) {
        const fresh = !names.has(item.seller.id);
        if (sellers > 1 ? !fresh : names.size > 0 && fresh) continue;
        const buyable = await plentiful(request, item);
        if (!buyable) continue;
        names.add(item.seller.id);
        chosen.push(buyable);
        if (chosen.length === count) return chosen;
      }
      throw new Error(`The demo shop has no ${count} products in stock from ${sellers} sellers`);
    });
  },
});
export { expect };

/** Opens a product's page, adds it to the cart and waits until the cart says so. */
export async function addToCart(page: Page, product: Buyable): Promise<void> {
  await page.goto(`/p/${product.slug}?variant=${product.variantId}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(product.title);
  const add = page.getByRole('main').getByRole('button', { name: 'Add to cart' }).first();
  await expect(add).toBeEnabled();
  await add.click();
  await expect(page.getByRole('main').getByText('Added to your cart.').first()).toBeAttached();
}

export const cards = {
  succeeds: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  secondStep: '4000 0025 0000 3155',
} as const;

export const shopper = {
  name: 'Ada Byron',
  line1: '12 St James Square',
  city: 'London',
  postcode: 'SW1Y 4JH',
} as const;

/** Fills contact and address of an open checkout. */
export async function fillAddress(page: Page, email: string): Promise<void> {
  const form = page.getByRole('main');
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Full name').fill(shopper.name);
  await form.getByLabel('Address', { exact: true }).fill(shopper.line1);
  await form.getByLabel(/Town or city|Town|City/).fill(shopper.city);
  await form.getByLabel(/Postcode/).fill(shopper.postcode);
}

export async function fillCard(page: Page, number: string): Promise<void> {
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel(/Expiry/).fill('08 / 34');
  await page.getByLabel('Security code').fill('123');
}

export const payButton = (page: Page) => page.getByRole('button', { name: /^Pay / });

/** An address that nobody else in this run uses. */
export function newEmail(name: string): string {
  return `${name}-${Date.now().toString(36)}-${Math.floor(Math.random() * 1e6)}@example.test`;
}

/** Waits for the confirmation page and answers the order's number. */
export async function confirmedOrder(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}\/confirmation/, { timeout: 20_000 });
  await expect(page.getByRole('heading', { name: /Thank you/ })).toBeVisible({ timeout: 20_000 });
  const number = ((await page.getByRole('main').textContent()) ?? '').match(/MH-[0-9A-Z]{8}/)?.[0];
  if (!number) throw new Error('The confirmation names no order');
  return number;
}

/** The whole order of a guest, found by number and e-mail. */
export async function lookUp(page: Page, number: string, email: string): Promise<void> {
  await page.goto('/orders/look-up');
  const button = page.getByRole('button', { name: 'Find order' });
  await expect(button).toBeEnabled();
  await page.getByLabel('Order number').fill(number);
  await page.getByLabel('E-mail used for the order').fill(email);
  await button.click();
  await expect(page.getByRole('heading', { name: `Order ${number}` })).toBeVisible();
}
