import type { Page } from '@playwright/test';
import {
  change,
  type EditorProduct,
  makeProduct,
  openAdministration,
  openDashboard,
  read,
  unique,
} from './dashboard.ts';
import { expectUsableAtBothWidths } from './page-checks.ts';
import { sellerOrigin } from './people.ts';
import { cards, confirmedOrder, expect, fillCard, newEmail, payButton, query, test } from './shop-test.ts';

const at = (path: string) => `${sellerOrigin}${path}`;
/** A country that no other test sends anything to: these rules are the whole shop's. */
const country = { code: 'US', name: 'United States' };

// The first test expects the seller's ordinary prices.
test.describe.configure({ mode: 'serial' });

interface Zone {
  id: string;
  version: number;
  countries: string[];
}
const kinds = [
  ['payments.taxRules', 'payments.deleteTaxZone'],
  ['payments.shippingRules', 'payments.deleteShippingZone'],
] as const;

/** What a run before this one may have left. */
async function withoutRules(page: Page): Promise<void> {
  for (const [list, remove] of kinds) {
    const { zones } = await read<{ zones: Zone[] }>(page.request, list);
    for (const { id, version, countries } of zones)
      if (countries.includes(country.code)) await change(page.request, remove, { id, version });
  }
}

/** The checkout of a fresh cart, in the country these rules are for. */
async function checkOut(page: Page, product: EditorProduct, quantity: number): Promise<void> {
  const { product: shown } = await query<{ product: { variants: { id: string }[] } }>(page.request, 'catalog.product', {
    slug: product.slug,
  });
  const response = await page.request.post('/api/trpc/cart.addItem', {
    data: { variantId: shown.variants[0]?.id, quantity },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(response.status(), await response.text()).toBe(200);
  await page.goto('/checkout');
  await page.getByRole('combobox', { name: 'Country' }).selectOption(country.code);
}

const figure = (page: Page, label: string) =>
  page
    .locator('dt:visible', { hasText: new RegExp(`^${label}$`) })
    .first()
    .locator('xpath=following-sibling::dd[1]');

test('rules of tax and shipping are set in the administration and hold at checkout', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const seller = await (await browser.newContext()).newPage();
  const sellerId = await openDashboard(seller);
  const product = await makeProduct(seller.request, sellerId, unique('Millstone'), {
    price: 2_000,
    stock: 30,
    published: true,
  });
  const administration = await (await browser.newContext()).newPage();
  await openAdministration(administration);
  await withoutRules(administration);

  await test.step('a tax zone with tax on top', async () => {
    const name = unique('Overseas');
    await administration.goto(at('/admin/tax'));
    await administration.getByRole('button', { name: 'Add a zone' }).click();
    const form = administration.getByRole('form', { name: 'New tax zone' });
    await form.getByRole('textbox', { name: 'Name' }).fill(name);
    await form.getByRole('combobox', { name: 'Add a country' }).selectOption(country.code);
    await form.getByRole('radio', { name: /^Tax on top/ }).check();
    await form.getByRole('textbox', { name: 'Per cent' }).fill('108');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('From 0 to 100.')).toBeVisible();
    await form.getByRole('textbox', { name: 'Per cent' }).fill('8.25');
    await expectUsableAtBothWidths(administration);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(administration.getByRole('button', { name: `Edit ${name}` })).toBeVisible();
    await expect(administration.getByText('8.25 %')).toBeVisible();
  });

  await test.step('a shipping zone by weight, free from a sum on; no country is in two', async () => {
    const name = unique('Overseas');
    await administration.goto(at('/admin/shipping'));
    await administration.getByRole('button', { name: 'Add a zone' }).click();
    const form = administration.getByRole('form', { name: 'New shipping zone' });
    await form.getByRole('textbox', { name: 'Name' }).fill(name);
    await form.getByRole('combobox', { name: 'Add a country' }).selectOption(country.code);
    await form.getByRole('combobox', { name: 'Add a country' }).selectOption('GB');
    const standard = form.getByRole('group', { name: 'Standard delivery' });
    await standard.getByRole('switch', { name: 'Offered' }).check();
    await standard.getByRole('button', { name: 'Add a weight' }).click();
    for (const [band, weight, price] of [
      ['Price 1', '1', '5'],
      ['Price 2', '', '12'],
    ] as const) {
      const row = standard.getByRole('group', { name: band });
      await row.getByRole('textbox', { name: 'Up to (kg)' }).fill(weight);
      for (const currency of ['GBP', 'EUR', 'USD', 'JPY'])
        await row.getByRole('textbox', { name: currency }).fill(price);
    }
    await standard.getByRole('group', { name: 'Free from' }).getByRole('textbox', { name: 'GBP' }).fill('100');
    await expectUsableAtBothWidths(administration);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('A country is in another zone already.')).toBeVisible();
    await form.getByRole('button', { name: 'Take out United Kingdom' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(administration.getByRole('button', { name: `Edit ${name}` })).toBeVisible();
  });

  await test.step('checkout charges by weight, adds the tax, and sends large baskets for nothing', async () => {
    await page.goto('/');
    await checkOut(page, product, 1);
    await expect(figure(page, 'Delivery')).toHaveText('£5.00');
    await expect(figure(page, 'Tax')).toHaveText('£2.06');
    await expect(payButton(page)).toHaveText(/£27\.06/);
    await checkOut(page, product, 2);
    await expect(figure(page, 'Delivery')).toHaveText('£12.00');
    await expect(figure(page, 'Tax')).toHaveText('£5.94');
    await checkOut(page, product, 2);
    await expect(figure(page, 'Delivery')).toHaveText('Free');
    await expect(payButton(page)).toHaveText(/£108\.25/);
    await expectUsableAtBothWidths(page);
  });

  await test.step('the order is of that sum, for the shopper and the seller', async () => {
    const form = page.getByRole('main');
    await form.getByLabel('E-mail').fill(newEmail('overseas'));
    await form.getByLabel('Full name').fill('Ada Byron');
    await form.getByLabel('Address', { exact: true }).fill('12 Front Street');
    await form.getByLabel('City').fill('Portland');
    await form.getByLabel('State').fill('OR');
    await form.getByLabel('ZIP code').fill('97201');
    await fillCard(page, cards.succeeds);
    await payButton(page).click();
    const number = await confirmedOrder(page);
    await expect(figure(page, 'Tax')).toHaveText('£8.25');
    await expect(page.getByText('£108.25').first()).toBeVisible();
    await seller.goto(at('/orders'));
    await seller
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .click();
    await expect(figure(seller, 'Tax on top')).toHaveText('£8.25');
    await expect(figure(seller, 'Total')).toHaveText('£108.25');
  });

  await test.step('without the zones everything is as before', async () => {
    for (const path of ['/admin/tax', '/admin/shipping']) {
      await administration.goto(at(path));
      await administration.getByRole('button', { name: /^Delete Overseas/ }).click();
      await administration.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await expect(administration.getByText('Deleted.')).toBeVisible();
      await expect(administration.getByRole('button', { name: /^Delete Overseas/ })).toHaveCount(0);
    }
    await checkOut(page, product, 1);
    await expect(figure(page, 'Delivery')).toHaveText('£14.95');
    await expect(payButton(page)).toHaveText(/£34\.95/);
  });
  await seller.context().close();
  await administration.context().close();
});

test('a seller sets a price of their own and goes back', async ({ page }) => {
  const [method, code] = ['Standard delivery', 'standard'];
  const zone = 'Rest of the world';
  const sellerId = await openDashboard(page);
  const back = page.getByRole('button', { name: `Use the marketplace's price for ${method}, ${zone}` });
  await page.goto(at('/shipping'));
  const set = page.getByRole('button', { name: new RegExp(`^(Set my own|Edit my) price for ${method}, ${zone}`) });
  await set.click();
  const form = page.getByRole('form', { name: `${method}, ${zone}` });
  const prices = form.getByRole('group', { name: 'Price 1' });
  await prices.getByRole('textbox', { name: 'GBP' }).fill('three');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(prices.getByText('An amount.')).toBeVisible();
  await prices.getByRole('textbox', { name: 'GBP' }).fill('3.33');
  await expectUsableAtBothWidths(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('£3.33').first()).toBeVisible();
  await expect(back).toBeVisible();
  const own = async () => {
    const { zones } = await read<{
      zones: { name: string; methods: { method: string; own: { bands: { prices: { GBP: number } }[] } | null }[] }[];
    }>(page.request, 'payments.sellerShipping', { sellerId });
    const here = zones.find(({ name }) => name === zone)?.methods.find((candidate) => candidate.method === code);
    return here?.own?.bands[0]?.prices.GBP ?? null;
  };
  expect(await own()).toBe(333);
  await back.click();
  await expect(back).toHaveCount(0);
  expect(await own()).toBeNull();
});
