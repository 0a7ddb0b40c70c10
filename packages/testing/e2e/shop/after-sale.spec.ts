import type { Page } from '@playwright/test';
import { change, makeProduct, openDashboard, read, unique } from './dashboard.ts';
import { expectUsable } from './page-checks.ts';
import { sellerOrigin } from './people.ts';
import {
  addToCart,
  cards,
  confirmedOrder,
  expect,
  fillAddress,
  fillCard,
  lookUp,
  newEmail,
  payButton,
  test,
} from './shop-test.ts';

const main = (page: Page) => page.getByRole('main');

test('one is cancelled, money is given back, the rest is sent back, checked and paid back', async ({
  page,
  browser,
}) => {
  test.slow();
  const email = newEmail('returner');
  const seller = await (await browser.newContext()).newPage();
  const sellerId = await openDashboard(seller);
  const title = unique('Jug');
  const product = await makeProduct(seller.request, sellerId, title, { price: 1_000, stock: 9, published: true });
  const buyable = { ...product, variantId: product.variants[0]?.id ?? '' };

  await addToCart(page, buyable as unknown as Parameters<typeof addToCart>[1]);
  await page.goto('/cart');
  const more = main(page)
    .getByRole('button', { name: /increase|more/i })
    .first();
  for (const sum of ['£20.00', '£30.00']) {
    const saved = page.waitForResponse(/cart\.setQuantity/);
    await more.click();
    await expect(main(page).getByText(sum).first()).toBeVisible();
    await saved;
  }
  await page.goto('/checkout');
  await fillAddress(page, email);
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  const number = await confirmedOrder(page);

  await test.step('the shopper cancels one of three', async () => {
    await lookUp(page, number, email);
    await page.getByRole('button', { name: 'Cancel items' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel items' });
    await dialog.getByRole('spinbutton').or(dialog.getByRole('textbox')).first().fill('1');
    await dialog.getByLabel('Why?').selectOption('mistake');
    await expectUsable(page);
    await dialog.getByRole('button', { name: 'Cancel the chosen items' }).click();
    await expect(dialog).toBeHidden();
    await expect(main(page).getByText(`1 × ${title}`)).toBeVisible();
    await expect(main(page).getByText('£10.00 is on its way back to you').first()).toBeVisible();
  });

  let subOrderId = '';
  await test.step('the seller gives something back for goodwill, never more than is left', async () => {
    await expect(async () => {
      const { items } = await read<{ items: { id: string; orderNumber: string }[] }>(
        seller.request,
        'orders.sellerOrders',
        { sellerId, limit: 50 },
      );
      subOrderId = items.find(({ orderNumber }) => orderNumber === number)?.id ?? '';
      expect(subOrderId).not.toBe('');
    }).toPass({ timeout: 20_000 });
    await seller.goto(`${sellerOrigin}/orders/${subOrderId}`);
    await expect(main(seller).getByText('1 cancelled')).toBeVisible();
    await main(seller).getByRole('button', { name: 'Give money back' }).click();
    const dialog = seller.getByRole('dialog', { name: 'Give money back' });
    await dialog.getByLabel('Amount in GBP').fill('900');
    await dialog.getByLabel('Reason').fill('A scratch');
    await dialog.getByRole('button', { name: 'Give it back' }).click();
    await expect(dialog.getByText(/Only £.* is left/)).toBeVisible();
    await dialog.getByLabel('Amount in GBP').fill('2.50');
    await dialog.getByRole('button', { name: 'Give it back' }).click();
    await expect(dialog).toBeHidden();
    await expect(main(seller).getByText('Goodwill')).toBeVisible();
    await expectUsable(seller);
  });

  await test.step('its first parcel is lost on the way, and its items are to be sent again', async () => {
    const parcel = { sellerId, subOrderId, shipmentId: crypto.randomUUID() };
    await change(seller.request, 'orders.ship', { ...parcel, carrier: 'Royal Mail', trackingNumber: `LOST${number}` });
    await seller.goto(`${sellerOrigin}/orders/${subOrderId}`);
    await main(seller)
      .getByRole('button', { name: /^Mark as lost/ })
      .click();
    const dialog = seller.getByRole('dialog', { name: 'The parcel was lost' });
    await expect(dialog.getByRole('radio', { name: /Send the items again/ })).toBeChecked();
    await expectUsable(seller);
    await dialog.getByRole('button', { name: 'Mark as lost' }).click();
    await expect(dialog).toBeHidden();
    await expect(main(seller).getByText('Lost', { exact: true })).toBeVisible();
    await expect(main(seller).getByRole('heading', { name: 'Send a parcel' })).toBeVisible();
    await lookUp(page, number, email);
    await expect(main(page).getByText(/^Lost on the way/)).toBeVisible();
    await expectUsable(page);
  });

  await test.step('it is sent and arrives; the shopper wants to send it back', async () => {
    const parcel = { sellerId, subOrderId, shipmentId: crypto.randomUUID() };
    await change(seller.request, 'orders.ship', { ...parcel, carrier: 'Royal Mail', trackingNumber: `RM${number}` });
    await change(seller.request, 'orders.markDelivered', parcel);
    await lookUp(page, number, email);
    await main(page)
      .getByRole('button', { name: /^Send something back/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Send something back' });
    await dialog.getByLabel('Why?').selectOption('not_as_described');
    await dialog.getByLabel(/Anything the seller/).fill('It is blue, not green.');
    await expectUsable(page);
    await dialog.getByRole('button', { name: 'Ask for the return' }).click();
    await expect(dialog).toBeHidden();
    await expect(main(page).getByText('Asked for', { exact: true })).toBeVisible();
  });

  await test.step('the seller approves, receives and checks it', async () => {
    await seller.goto(`${sellerOrigin}/returns`);
    await expect(main(seller).getByRole('heading', { name: 'Returns', level: 1 })).toBeVisible();
    await seller.goto(`${sellerOrigin}/orders/${subOrderId}`);
    await main(seller)
      .getByRole('link', { name: /^Return R-/ })
      .click();
    await expect(main(seller).getByText('It is blue, not green.')).toBeVisible();
    await main(seller)
      .getByLabel(/Where and how/)
      .fill('Fern & Kiln, 1 Mill Lane, Leeds. We pay for it.');
    await expectUsable(seller);
    await main(seller).getByRole('button', { name: 'Approve' }).click();
    await main(seller).getByRole('button', { name: 'The parcel is here' }).click();
    await expect(main(seller).getByRole('heading', { name: 'What did you find?' })).toBeVisible();
    await expectUsable(seller);
    await main(seller).getByRole('button', { name: 'Finish the check' }).click();
    await expect(main(seller).getByText('Finished', { exact: true })).toBeVisible({ timeout: 20_000 });
  });

  await test.step('the shopper sees where the money is', async () => {
    await expect(async () => {
      await lookUp(page, number, email);
      await expect(main(page).getByText('Done', { exact: true })).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
    await expect(main(page).getByText('£20.00 went back to you').first()).toBeVisible();
    await expectUsable(page);
  });
  await seller.context().close();
});
