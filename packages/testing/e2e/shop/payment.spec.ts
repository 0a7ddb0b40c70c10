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

test.beforeEach(async ({ page, pickProducts }) => {
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await addToCart(page, product);
  await page.goto('/checkout');
});

test('a declined card is explained, and another one pays the same order', async ({ page }) => {
  await fillAddress(page, newEmail('retry'));
  await fillCard(page, cards.declined);
  await payButton(page).click();
  await expect(page.getByText('Your payment did not go through').first()).toBeVisible();
  const reserved = ((await page.getByRole('main').textContent()) ?? '').match(/MH-[0-9A-Z]{8}/)?.[0];
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  const number = await confirmedOrder(page);
  expect(number).toBe(reserved);
});

test('a card that needs a second step returns and completes', async ({ page }) => {
  await fillAddress(page, newEmail('second-step'));
  await fillCard(page, cards.secondStep);
  await payButton(page).click();
  await page.getByRole('button', { name: /Complete/ }).click();
  await confirmedOrder(page);
});

test('a second step that fails leaves the order open for another card', async ({ page }) => {
  await fillAddress(page, newEmail('second-step-fails'));
  await fillCard(page, cards.secondStep);
  await payButton(page).click();
  await page.getByRole('button', { name: /Fail/ }).click();
  await expect(page.getByText('Your payment did not go through').first()).toBeVisible();
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  await confirmedOrder(page);
});

test('a reload in the middle and the back button lose nothing', async ({ page }) => {
  await fillAddress(page, newEmail('reload'));
  await fillCard(page, cards.declined);
  await payButton(page).click();
  await expect(page.getByText('Your payment did not go through').first()).toBeVisible();
  await page.reload();
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  const number = await confirmedOrder(page);
  await page.goBack();
  await page.goForward();
  await expect(page.getByText(number).first()).toBeVisible();
});

test('wrong entries are named beside their fields and nothing is sent', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('orders.place')) sent.push(request.url());
  });
  await page.getByLabel('E-mail').fill('not an address');
  await payButton(page).click();
  await expect(page.getByText('Please check this e-mail address.').first()).toBeVisible();
  await expect(page.getByText('Please enter your card number.').first()).toBeVisible();
  expect(sent).toEqual([]);
});

test('paying twice in a row makes one order', async ({ page }) => {
  const email = newEmail('twice');
  await fillAddress(page, email);
  await fillCard(page, cards.succeeds);
  await payButton(page).dblclick();
  await confirmedOrder(page);
  await page.goto('/checkout');
  await expect(page.getByText('There is nothing to check out').first()).toBeVisible();
});
