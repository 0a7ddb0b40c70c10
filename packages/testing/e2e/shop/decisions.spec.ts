import { readFileSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import { change, makeProduct, openAdministration, openDashboard, read, unique } from './dashboard.ts';
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

interface Sold {
  number: string;
  email: string;
  subOrderId: string;
}

/** A guest buys one of a product of the seller's own. */
async function sell(page: Page, seller: APIRequestContext, sellerId: string, name: string): Promise<Sold> {
  const email = newEmail('decisions');
  const title = unique(name);
  const product = await makeProduct(seller, sellerId, title, { price: 1_000, stock: 3, published: true });
  const buyable = { ...product, variantId: product.variants[0]?.id ?? '' };
  await addToCart(page, buyable as unknown as Parameters<typeof addToCart>[1]);
  await page.goto('/checkout');
  await fillAddress(page, email);
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  const number = await confirmedOrder(page);
  let subOrderId = '';
  await expect(async () => {
    type Orders = { items: { id: string; orderNumber: string }[] };
    const { items } = await read<Orders>(seller, 'orders.sellerOrders', { sellerId, limit: 50 });
    subOrderId = items.find(({ orderNumber }) => orderNumber === number)?.id ?? '';
    expect(subOrderId).not.toBe('');
  }).toPass({ timeout: 20_000 });
  return { number, email, subOrderId };
}

/** Presses the button of a document and answers what comes. */
async function pdfOf(page: Page, name: RegExp): Promise<Buffer> {
  const button = main(page).getByRole('button', { name }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  return readFileSync(await download.path());
}

async function expectPdf(page: Page, name: RegExp): Promise<void> {
  const bytes = await pdfOf(page, name);
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.length).toBeGreaterThan(1_000);
}

test('a lost parcel is paid back; invoice and credit note open for the shopper and for the seller', async ({
  page,
  browser,
}) => {
  test.slow();
  const seller = await (await browser.newContext()).newPage();
  const sellerId = await openDashboard(seller);
  const { number, email, subOrderId } = await sell(page, seller.request, sellerId, 'Vase');
  const parcel = { sellerId, subOrderId, shipmentId: crypto.randomUUID() };
  await change(seller.request, 'orders.ship', { ...parcel, carrier: 'DPD', trackingNumber: `GONE${number}` });

  await test.step('the seller gives the price back', async () => {
    await seller.goto(`${sellerOrigin}/orders/${subOrderId}`);
    await main(seller)
      .getByRole('button', { name: /^Mark as lost/ })
      .click();
    const dialog = seller.getByRole('dialog', { name: 'The parcel was lost' });
    await dialog.getByRole('radio', { name: /Give their price back/ }).check();
    await dialog.getByRole('button', { name: 'Mark as lost' }).click();
    await expect(dialog).toBeHidden();
    await expect(main(seller).getByText('Lost', { exact: true })).toBeVisible();
    await expect(main(seller).getByText('This order was cancelled. Nothing is to be sent.')).toBeVisible();
  });

  await test.step('the shopper sees the loss, the money with what the delivery cost, and both documents', async () => {
    await expect(async () => {
      await lookUp(page, number, email);
      await expect(main(page).getByText('£13.95 went back to you').first()).toBeVisible({ timeout: 3_000 });
      await expect(main(page).getByRole('button', { name: /Credit note/ })).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 40_000 });
    await expect(main(page).getByText(/^Lost on the way/)).toBeVisible();
    await expectUsable(page);
    await expectPdf(page, /Invoice/);
    await expectPdf(page, /Credit note/);
  });

  await test.step('the seller opens the same', async () => {
    await seller.reload();
    await expectPdf(seller, /Invoice/);
    await expectPdf(seller, /Credit note/);
    await expectUsable(seller);
  });
  await seller.context().close();
});

test('an administrator decides, receives and checks a return; another one is refused with a reason', async ({
  page,
  browser,
}) => {
  test.slow();
  const seller = await (await browser.newContext()).newPage();
  const sellerId = await openDashboard(seller);
  const administration = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  await openAdministration(administration);

  /** Sold, arrived, and asked to be taken back. */
  const asked = async (name: string): Promise<Sold> => {
    const sold = await sell(page, seller.request, sellerId, name);
    const parcel = { sellerId, subOrderId: sold.subOrderId, shipmentId: crypto.randomUUID() };
    await change(seller.request, 'orders.ship', { ...parcel, carrier: 'DPD', trackingNumber: `DP${sold.number}` });
    await change(seller.request, 'orders.markDelivered', parcel);
    await lookUp(page, sold.number, sold.email);
    await main(page)
      .getByRole('button', { name: /^Send something back/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Send something back' });
    await dialog.getByLabel('Why?').selectOption('changed_mind');
    await dialog.getByRole('button', { name: 'Ask for the return' }).click();
    await expect(dialog).toBeHidden();
    await expect(main(page).getByText('Asked for', { exact: true })).toBeVisible();
    return sold;
  };
  const open = async ({ subOrderId }: Sold) => {
    type Returns = { items: { id: string; subOrderId: string }[] };
    const { items } = await read<Returns>(administration.request, 'orders.allReturns', { status: 'all', limit: 30 });
    const id = items.find((one) => one.subOrderId === subOrderId)?.id;
    await administration.goto(`${sellerOrigin}/admin/orders`);
    await main(administration).locator(`a[href="/admin/returns/${id}"]`).filter({ visible: true }).first().click();
    await expect(main(administration).getByRole('heading', { name: 'Decide' })).toBeVisible();
  };

  const taken = await asked('Bowl');
  await test.step('nothing is decided without a word', async () => {
    await open(taken);
    await main(administration).getByRole('button', { name: 'Refuse' }).click();
    await expect(main(administration).getByText('Please write a sentence at least.')).toBeVisible();
    await expectUsable(administration);
  });
  await test.step('it is approved, received and checked', async () => {
    await main(administration)
      .getByLabel(/Where and how/)
      .fill('Fern & Kiln, 1 Mill Lane, Leeds.');
    await main(administration).getByRole('button', { name: 'Approve' }).click();
    await main(administration).getByRole('button', { name: 'The parcel is here' }).click();
    await expect(main(administration).getByRole('heading', { name: 'What did you find?' })).toBeVisible();
    await expectUsable(administration);
    await main(administration).getByRole('button', { name: 'Finish the check' }).click();
    await expect(main(administration).getByText('Finished', { exact: true })).toBeVisible({ timeout: 20_000 });
    await expectUsable(administration);
  });
  await test.step('the shopper has the money', async () => {
    await expect(async () => {
      await lookUp(page, taken.number, taken.email);
      await expect(
        main(page)
          .getByText(/went back to you/)
          .first(),
      ).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
  });

  const refused = await asked('Plate');
  await test.step('another one is refused, and the shopper reads why', async () => {
    await open(refused);
    await main(administration)
      .getByLabel(/Where and how/)
      .fill('It was made for you alone.');
    await main(administration).getByRole('button', { name: 'Refuse' }).click();
    await expect(main(administration).getByText('Refused', { exact: true })).toBeVisible();
    await lookUp(page, refused.number, refused.email);
    await expect(main(page).getByText('It was made for you alone.')).toBeVisible();
    await expectUsable(page);
  });
  await Promise.all([seller.context().close(), administration.context().close()]);
});
