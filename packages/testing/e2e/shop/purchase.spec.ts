import { expect } from '@playwright/test';
import { mailTo, signInSeller } from './people.ts';
import { addToCart, cards, confirmedOrder, fillAddress, fillCard, newEmail, payButton, test } from './shop-test.ts';

test('a shopper finds, buys and gets the mail; the sellers ship; the shopper sees the parcels', async ({
  page,
  browser,
  pickProducts,
  isMobile,
}) => {
  test.slow();
  const email = newEmail('buyer');

  await test.step('home leads to a category, filters narrow it, search finds', async () => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const category = page.getByRole('main').locator('a[href^="/c/"]').first();
    await category.click();
    await expect(page).toHaveURL(/\/c\//);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  const products = await pickProducts(2, 2);
  const [first, second] = products;
  if (!first || !second) throw new Error('no products');

  await test.step('search leads to the product', async () => {
    await page.goto('/');
    if (isMobile) {
      const open = page.getByRole('banner').getByRole('button', { name: /search/i });
      if (await open.isVisible()) await open.click();
    }
    const box = page
      .getByRole('banner')
      .getByRole('searchbox')
      .or(page.getByRole('banner').getByRole('combobox', { name: /search/i }))
      .first();
    await box.fill(first.title);
    await box.press('Enter');
    await expect(page).toHaveURL(/\/search\?/);
    await page.getByRole('main').getByRole('link', { name: first.title }).first().click();
    await expect(page).toHaveURL(new RegExp(`/p/${first.slug}`));
  });

  await test.step('two sellers in one cart', async () => {
    await addToCart(page, first);
    await addToCart(page, second);
    await page.goto('/cart');
    await expect(page.getByText(first.seller.name).first()).toBeVisible();
    await expect(page.getByText(second.seller.name).first()).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Check out' }).first().click();
  });

  let number = '';
  const tracking = (index: number) => `TRK${number.slice(3)}${index}`;
  await test.step('checkout as a guest', async () => {
    await expect(page).toHaveURL(/\/checkout/);
    await fillAddress(page, email);
    await fillCard(page, cards.succeeds);
    await payButton(page).click();
    number = await confirmedOrder(page);
    await expect(page.getByText(`Parcel 1 of 2`).first()).toBeVisible();
  });

  await test.step('the mail arrives', async () => {
    await mailTo(page, email, number);
  });

  for (const [index, product] of [first, second].entries()) {
    await test.step(`${product.seller.name} ships`, async () => {
      const dashboard = await browser.newContext();
      const seller = await dashboard.newPage();
      await signInSeller(seller, product.seller.slug);
      await expect(seller.getByText(/today/i).first()).toBeVisible();
      await seller.getByRole('link', { name: 'Orders' }).first().click();
      await seller
        .getByRole('main')
        .getByRole('link', { name: new RegExp(number) })
        .first()
        .click();
      await expect(seller.getByRole('main').getByText(product.title).first()).toBeVisible();
      await seller
        .getByLabel(/Carrier/)
        .first()
        .selectOption({ index: 1 })
        .catch(() =>
          seller
            .getByLabel(/Carrier/)
            .first()
            .fill('Royal Mail'),
        );
      await seller.getByLabel(/Tracking number/).fill(tracking(index));
      await seller
        .getByRole('button', { name: /ship|sent/i })
        .first()
        .click();
      await expect(seller.getByRole('main').getByText(tracking(index)).first()).toBeVisible();
      await dashboard.close();
    });
  }

  await test.step('the shopper looks the order up', async () => {
    await page.goto('/orders/look-up');
    await page.getByLabel('Order number').fill(number);
    await page.getByLabel('E-mail used for the order').fill(email);
    await page.getByRole('button', { name: 'Find order' }).click();
    await expect(page.getByText('On its way').first()).toBeVisible();
    for (const index of [0, 1]) await expect(page.getByText(tracking(index)).first()).toBeVisible();
  });
});
