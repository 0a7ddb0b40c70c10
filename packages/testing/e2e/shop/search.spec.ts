import type { APIRequestContext, Page } from '@playwright/test';
import { makeProduct, openAdministration, openDashboard, read, unique } from './dashboard.ts';
import { expectUsable } from './page-checks.ts';
import { sellerOrigin } from './people.ts';
import { type Card, expect, query, test } from './shop-test.ts';

interface Answer {
  items: Card[];
  total: number;
  facets: { name: string; label: string; values: { value: string; label: string; count: number }[] }[];
}

const main = (page: Page) => page.getByRole('main');
const box = (page: Page) => page.getByRole('banner').getByRole('combobox').locator('visible=true').first();
const search = (request: APIRequestContext, input: Record<string, unknown>) =>
  query<Answer>(request, 'search.products', input);
const found = (page: Page, title: string) => main(page).getByRole('link', { name: title }).first();
/** A word that nothing else in this run has, of letters alone. */
const word = (): string =>
  `zu${[...Math.floor(Math.random() * 1e9).toString()].map((digit) => 'bdfgklmnrt'[Number(digit)]).join('')}`;

/** Searching may be behind a button on a phone. */
async function openBox(page: Page): Promise<void> {
  await page.goto('/about');
  const open = page
    .getByRole('banner')
    .getByRole('button', { name: /^search$/i })
    .locator('visible=true')
    .first();
  if (!(await box(page).isVisible())) await open.click();
  await expect(box(page)).toBeVisible();
}

test('suggestions lead to a product by the keyboard, and to all results by the pointer', async ({
  page,
  pickProducts,
}) => {
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  const list = page.getByRole('banner').getByRole('listbox');

  await test.step('by the keyboard', async () => {
    await openBox(page);
    // Typed again when the page was not listening yet.
    await expect(async () => {
      await box(page).fill('');
      await box(page).pressSequentially(product.title);
      await expect(list.getByRole('option', { name: product.title }).first()).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 20_000 });
    await expectUsable(page);
    await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
    await box(page).press('ArrowDown');
    await expect(list.getByRole('option', { selected: true })).toHaveCount(1);
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await box(page).press('Escape');
    await expect(list).toBeHidden();
    // What was typed stays; it can be gone on with.
    await expect(box(page)).toHaveValue(product.title);
    await box(page).press('End');
    await box(page).pressSequentially(' ');
    await expect(list).toBeVisible();
    await box(page).press('ArrowDown');
    await box(page).press('Enter');
    await expect(page).toHaveURL(/\/p\//);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('by the pointer', async () => {
    await openBox(page);
    const last = list.getByRole('option', { name: `All results for “${product.title}”` });
    await expect(async () => {
      await box(page).fill('');
      await box(page).pressSequentially(product.title);
      await expect(last.or(list.getByRole('option').last())).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 20_000 });
    await list.getByRole('option').last().click();
    await expect(page).toHaveURL(/\/search\?q=/);
    await expect(found(page, product.title)).toBeVisible();
  });
});

test('a slip of the keyboard finds, and the page says what was searched instead', async ({ page }) => {
  await page.goto('/search?q=cermaic');
  await expect(main(page).getByText('Nothing matched “cermaic”. These are the results for “ceramic”.')).toBeVisible();
  await expect(main(page).locator('a[href^="/p/"]').first()).toBeVisible();
  await expectUsable(page);
});

test('nothing found: words that help, departments to go on to, and no filters that filter nothing', async ({
  page,
}) => {
  await page.goto('/search?q=zzqxwvkj');
  await expect(main(page).getByRole('heading', { name: 'Nothing found for “zzqxwvkj”' })).toBeVisible();
  await expect(main(page).getByText('Check the spelling')).toBeVisible();
  await expect(main(page).getByRole('complementary', { name: 'Filters' })).toHaveCount(0);
  await expectUsable(page);
  const department = main(page).locator('a[href^="/c/"]').first();
  await department.click();
  await expect(page).toHaveURL(/\/c\//);
  await expect(main(page).locator('a[href^="/p/"]').first()).toBeVisible();

  await page.goto('/ar/search?q=zzqxwvkj');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(main(page).getByRole('heading', { level: 2 }).last()).toHaveText(/[\u0600-\u06ff]/);
  await expect(main(page).locator('a[href^="/ar/c/"]').first()).toBeVisible();
  await expectUsable(page);
});

test('filters that are combined keep counts that come true', async ({ page, request, isMobile }) => {
  const { facets } = await search(request, { query: '', limit: 1 });
  const facet = facets.find(({ name, values }) => !['category', 'seller'].includes(name) && values.length > 2);
  const [first, second] = facet?.values.slice(0, 2) ?? [];
  if (!facet || !first || !second) throw new Error('no facet to filter by');
  const openFilters = async () => {
    if (isMobile)
      await main(page)
        .getByRole('button', { name: /^Filter/ })
        .first()
        .click();
  };
  const closeFilters = async () => {
    if (isMobile)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Show \d+ results?$/ })
        .click();
  };
  const panel = isMobile ? page.getByRole('dialog') : main(page).getByRole('complementary', { name: 'Filters' });
  const choices = panel.getByRole('group', { name: facet.label, exact: true });
  const expectTotal = async (filters: Record<string, string[]>, more: Record<string, unknown> = {}) => {
    const { total } = await search(request, { query: '', filters, limit: 1, ...more });
    await expect(main(page).getByText(`${total} result${total === 1 ? '' : 's'}`, { exact: true })).toBeVisible();
    return total;
  };

  await page.goto('/search?q=');
  await openFilters();
  await choices
    .getByRole('checkbox', { name: new RegExp(`^${first.label}`) })
    .first()
    .check();
  await closeFilters();
  const alone = await expectTotal({ [facet.name]: [first.value] });
  expect(alone).toBe(first.count);

  // Within a facet a second value adds: its own count does not shrink by the first.
  await openFilters();
  await choices
    .getByRole('checkbox', { name: new RegExp(`^${second.label}`) })
    .first()
    .check();
  await closeFilters();
  const both = await expectTotal({ [facet.name]: [first.value, second.value] });
  expect(both).toBeGreaterThanOrEqual(Math.max(alone, second.count));

  // Another facet narrows, and every count that is shown comes true.
  const narrowed = await search(request, {
    query: '',
    filters: { [facet.name]: [first.value, second.value] },
    limit: 1,
  });
  const seller = narrowed.facets.find(({ name }) => name === 'seller')?.values[0];
  if (!seller) throw new Error('no seller to filter by');
  await openFilters();
  await panel
    .getByRole('checkbox', { name: new RegExp(`^${seller.label}`) })
    .first()
    .check();
  await closeFilters();
  await expect(page).toHaveURL(/seller=/);
  const three = await expectTotal({ [facet.name]: [first.value, second.value], seller: [seller.value] });
  expect(three).toBe(seller.count);
  await expectUsable(page);

  // Back takes the last choice away.
  await page.goBack();
  await expectTotal({ [facet.name]: [first.value, second.value] });
});

test('the next page goes on where the first ended, without any product twice', async ({ page, request }) => {
  const { total } = await search(request, { query: '', sort: 'price-asc', limit: 1 });
  await page.goto('/search?q=&sort=price-asc');
  const links = main(page).locator('li a[href^="/p/"]');
  const paths = async () => [
    ...new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))),
  ];
  await expect(links.first()).toBeVisible();
  const before = await paths();
  await main(page).getByRole('button', { name: 'Show more' }).click();
  await expect.poll(async () => (await paths()).length).toBeGreaterThan(before.length);
  const after = await paths();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.length).toBe(Math.min(before.length * 2, total));
});

test('an article number leads to its product, what is searched and opened is counted, a synonym makes it found', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(150_000);
  const desk = await (await browser.newContext()).newPage();
  const seller = await (await browser.newContext()).newPage();
  const sellerId = await openDashboard(seller);
  const [name, other] = [word(), word()];
  const product = await makeProduct(seller.request, sellerId, unique(`Lantern ${name}`), { stock: 3, published: true });
  const sku = product.variants[0]?.sku ?? '';
  const finds = (text: string) =>
    expect
      .poll(async () => (await search(page.request, { query: text, limit: 5 })).items[0]?.slug, { timeout: 20_000 })
      .toBe(product.slug);

  await test.step('the article number', async () => {
    await finds(sku);
    await page.goto(`/search?q=${encodeURIComponent(sku)}`);
    await expect(found(page, product.title)).toBeVisible();
  });

  await test.step('an opened result is told to the shop', async () => {
    // Each asks for another number of results, so that none is answered from the edge's cache.
    for (const limit of [1, 2, 3, 4, 5, 6]) await search(page.request, { query: name, limit });
    await page.goto(`/search?q=${name}`);
    const told = page.waitForRequest(/search\.click/);
    await found(page, product.title).click();
    expect((await told).postDataJSON()).toMatchObject({ query: name, productId: product.id, position: 1 });
    await expect(page).toHaveURL(new RegExp(`/p/${product.slug}`));
  });

  await openAdministration(desk);
  await test.step('the administrator sees both', async () => {
    await expect
      .poll(
        async () => {
          const { top } = await read<{ top: { query: string; clicks: number; averagePosition: number | null }[] }>(
            desk.request,
            'search.analytics',
            { days: 7 },
          );
          const row = top.find((entry) => entry.query === name);
          return row && [row.clicks, row.averagePosition];
        },
        { timeout: 20_000 },
      )
      .toEqual([1, 1]);
    await desk.goto(`${sellerOrigin}/admin/search`);
    await expect(
      main(desk).getByRole('table', { name: 'Most searched' }).getByText(name, { exact: true }),
    ).toBeVisible();
    await expectUsable(desk);
  });

  await test.step('a synonym needs two words; then it works within seconds', async () => {
    expect((await search(page.request, { query: other, limit: 7 })).total).toBe(0);
    await main(desk).getByRole('button', { name: 'Add a synonym' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Add a synonym' });
    await dialog.getByLabel('Words or phrases').fill(other);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Please give at least two different words or phrases.')).toBeVisible();
    await expectUsable(desk);
    await dialog.getByLabel('Words or phrases').fill(`${other}, ${name}`);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(desk.getByText('Saved. Searches know it within seconds.')).toBeVisible();
    // The edge may keep an answer for a little while: each try asks anew.
    let limit = 8;
    await expect
      .poll(
        async () => {
          limit += 1;
          return (await search(page.request, { query: other, limit })).items[0]?.slug;
        },
        { timeout: 20_000 },
      )
      .toBe(product.slug);
    const visitor = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
    await visitor.goto(`/search?q=${other}&sort=newest`);
    await expect(found(visitor, product.title)).toBeVisible();
    await visitor.context().close();
  });

  await test.step('and not any more when it is deleted', async () => {
    await main(desk)
      .getByRole('button', { name: `Delete ${other}, ${name}` })
      .click();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: `Delete ${other}, ${name}` })
      .click();
    await expect(desk.getByText('Deleted.')).toBeVisible();
    let limit = 30;
    await expect
      .poll(
        async () => {
          limit += 1;
          return (await search(page.request, { query: other, limit })).total;
        },
        { timeout: 20_000 },
      )
      .toBe(0);
  });
  for (const one of [desk, seller]) await one.context().close();
});
