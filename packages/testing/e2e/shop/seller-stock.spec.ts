import { expect, test } from '@playwright/test';
import { change, makeProduct, openAdministration, openDashboard, read, unique } from './dashboard.ts';
import { expectAccessible } from './page-checks.ts';
import { sellerOrigin } from './people.ts';

const at = (path: string) => `${sellerOrigin}${path}`;

test('stock is counted, adjusted and moved between locations, and the history tells it', async ({ page }) => {
  test.slow();
  const sellerId = await openDashboard(page);
  const product = await makeProduct(page.request, sellerId, unique('Jug'), { stock: 5 });
  const barn = unique('Barn');
  await page.goto(at(`/stock?q=${encodeURIComponent(product.title)}`));

  await test.step('a location is added; its name cannot be used twice', async () => {
    await page.getByRole('button', { name: 'Locations' }).click();
    const drawer = page.getByRole('dialog', { name: 'Locations' });
    await drawer.getByRole('textbox', { name: 'Add a location' }).fill(barn);
    await drawer.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(drawer.getByText(barn)).toBeVisible();
    await drawer.getByRole('textbox', { name: 'Add a location' }).fill(barn.toUpperCase());
    await drawer.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(drawer.getByText('Another location has this name.')).toBeVisible();
    await expectAccessible(page);
    await drawer.getByRole('button', { name: 'Close', exact: true }).first().click();
  });

  await test.step('fewer than nothing is refused, goods received are added', async () => {
    await page
      .getByRole('button', { name: `Adjust ${product.title}` })
      .locator('visible=true')
      .click();
    const dialog = page.getByRole('dialog', { name: 'Adjust stock' });
    await dialog.getByRole('textbox', { name: 'Difference' }).fill('-6');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('There are not that many there.')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Difference' }).fill('7');
    await expect(dialog.getByText('12 afterwards')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Stock saved.')).toBeVisible();
  });

  await test.step('some are moved, more than there are cannot be', async () => {
    await page
      .getByRole('button', { name: `More for ${product.title}` })
      .locator('visible=true')
      .click();
    await page.getByRole('menuitem', { name: 'Move to another location' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move stock' });
    await dialog.getByRole('combobox', { name: 'To' }).selectOption({ label: barn });
    await dialog.getByRole('textbox', { name: 'Units' }).fill('13');
    await dialog.getByRole('button', { name: 'Move' }).click();
    await expect(dialog.getByText('That is more than can be moved.')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Units' }).fill('4');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Move' }).click();
    await expect(page.getByText('Moved.')).toBeVisible();
    const { items } = await read<{ items: { available: number; levels: { onHand: number }[] }[] }>(
      page.request,
      'cart.inventory',
      { sellerId, productIds: [product.id] },
    );
    expect(items[0]?.available).toBe(12);
    expect(items[0]?.levels.map(({ onHand }) => onHand).toSorted()).toEqual([4, 8]);
  });

  await test.step('the history has it all', async () => {
    await page
      .getByRole('button', { name: `More for ${product.title}` })
      .locator('visible=true')
      .click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    const drawer = page.getByRole('dialog', { name: `History of ${product.title}` });
    for (const entry of ['+7', '−4', '+4', 'Goods received'])
      await expect(
        drawer
          .getByText(entry, { exact: true })
          .or(drawer.getByText(entry.replace('−', '-'), { exact: true }))
          .first(),
      ).toBeVisible();
  });
});

test('an administrator orders categories with the keyboard, declares attributes and sets rates', async ({ page }) => {
  test.slow();
  await openAdministration(page);
  const [first, second] = [unique('Alpha'), unique('Beta')];
  await page.goto(at('/admin'));
  await expect(page.getByRole('heading', { level: 1, name: 'Administration' })).toBeVisible();
  await expectAccessible(page);

  await test.step('two categories', async () => {
    await page.goto(at('/admin/categories'));
    for (const name of [first, second]) {
      await page.getByRole('button', { name: 'Add at the top level' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add at the top level' });
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog.getByText('A category needs a name.')).toBeVisible();
      await dialog.getByLabel('Name', { exact: true }).fill(name);
      await dialog.getByLabel('Name, Arabic').fill('فئة');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('button', { name: `Edit ${name}` })).toBeVisible();
    }
    await expectAccessible(page);
  });

  await test.step('one into the other', async () => {
    await page.getByRole('button', { name: `Move ${second}` }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(`${second} is number 1 in ${first}.`)).toBeAttached();
    const tree = await read<{ categories: { id: string; name: string; parentId: string | null }[] }>(
      page.request,
      'catalog.adminCategories',
    );
    const parent = tree.categories.find(({ name }) => name === first);
    expect(tree.categories.find(({ name }) => name === second)?.parentId).toBe(parent?.id);
  });

  await test.step('an attribute with choices', async () => {
    await page.getByRole('button', { name: `More for ${first}` }).click();
    await page.getByRole('menuitem', { name: 'Attributes' }).click();
    await page.getByRole('button', { name: 'Add an attribute' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Wood');
    await page.getByLabel('Kind').selectOption('choice');
    await page.getByRole('button', { name: 'Save attributes' }).click();
    await expect(page.getByText('Name at least one choice.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Choices' }).fill('Oak\nAsh');
    await page.getByRole('button', { name: 'Save attributes' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a rate that is a slip is asked about', async () => {
    const before = await read<{ rates: { currency: string; rate: string }[] }>(page.request, 'catalog.exchangeRates');
    const yen = before.rates.find(({ currency }) => currency === 'JPY');
    await page.goto(at('/admin/rates'));
    const field = page.getByLabel('1 of the reference currency in JPY');
    await field.fill('1,5');
    await page.getByRole('button', { name: 'Save rates' }).click();
    await expect(page.getByText('A number above 0 with a point, such as 1.1735.')).toBeVisible();
    await field.fill('1.5');
    await page.getByRole('button', { name: 'Save rates' }).click();
    await page.getByRole('dialog', { name: 'That is a large change' }).getByRole('button', { name: 'Cancel' }).click();
    await field.fill(String(Number(yen?.rate) + 1));
    await page.getByRole('button', { name: 'Save rates' }).click();
    await expect(page.getByText('Saved. Prices follow within a minute.')).toBeVisible();
    await change(page.request, 'catalog.setExchangeRates', { rates: [{ currency: 'JPY', rate: yen?.rate }] });
  });
});

test('nobody else sees the administration; the shop page is kept; packing slips are printed', async ({ page }) => {
  test.slow();
  await openDashboard(page);
  const response = await page.goto(at('/admin/categories'));
  expect(response?.status()).toBe(404);

  await page.goto(at('/shop'));
  const tagline = page.getByLabel('Tagline');
  const before = await tagline.inputValue();
  await tagline.fill('Pots for a test');
  await expect(page.getByRole('figure', { name: 'Preview' }).getByText('Pots for a test')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. The shop shows it in a moment.')).toBeVisible();
  await expectAccessible(page);
  await tagline.fill(before);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Not saved yet')).toHaveCount(0);

  await page.goto(at('/orders'));
  await page
    .getByRole('checkbox', { name: /^Select (?!everything)/ })
    .locator('visible=true')
    .first()
    .check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Print packing slips' }).click();
  await expect(page.getByRole('article', { name: /^Order/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeEnabled();
  await expectAccessible(page);
});
