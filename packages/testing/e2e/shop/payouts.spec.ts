import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { change, makeProduct, openAdministration, openDashboard, read, unique } from './dashboard.ts';
import { expectUsableAtBothWidths } from './page-checks.ts';
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
  query,
  test,
} from './shop-test.ts';

const main = (page: Page) => page.getByRole('main');

interface Balance {
  currency: string;
  held: number;
  available: number;
  onTheWay: number;
}

/** A file that the page hands out, as bytes. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('what is earned is planned, handed to the bank, marked as paid, and on the statement', async ({ page, browser }, {
  retry,
}) => {
  test.slow();
  const seller = await (await browser.newContext()).newPage();
  const sellerId = await openDashboard(seller);
  const title = unique('Teapot');
  const product = await makeProduct(seller.request, sellerId, title, { price: 4_000, stock: 5, published: true });
  const balance = async (): Promise<Balance | undefined> => {
    const { balances } = await read<{ balances: Balance[] }>(seller.request, 'payments.balance', { sellerId });
    return balances.find(({ currency }) => currency === 'GBP');
  };

  await test.step('the seller says where the money goes', async () => {
    await seller.goto(`${sellerOrigin}/payouts`);
    await main(seller)
      .getByRole('button', { name: /^(Set up payouts|Change)$/ })
      .click();
    const dialog = seller.getByRole('dialog', { name: 'How you are paid' });
    await dialog.getByLabel('Account holder').fill('Fern and Kiln Ltd');
    await dialog.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 01');
    // One payout a period: a second try takes another one.
    await dialog.getByLabel('How often').selectOption(retry === 0 ? 'daily' : 'weekly');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText(/This IBAN is not valid/)).toBeVisible();
    await dialog.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(main(seller).getByText(/3000$/).first()).toBeVisible();
    await expectUsableAtBothWidths(seller);
  });

  await test.step('somebody buys, and it arrives', async () => {
    await expect(async () => {
      type Detail = { product: { variants: { availableQuantity: number }[] } };
      const detail = await query<Detail>(page.request, 'catalog.product', { slug: product.slug });
      expect(detail.product.variants[0]?.availableQuantity).toBe(5);
    }).toPass({ timeout: 20_000 });
    const buyable = { slug: product.slug, title, variantId: product.variants[0]?.id ?? '' };
    await addToCart(page, buyable as Parameters<typeof addToCart>[1]);
    await page.goto('/checkout');
    await fillAddress(page, newEmail('payout'));
    await fillCard(page, cards.succeeds);
    await payButton(page).click();
    const number = await confirmedOrder(page);
    type Orders = { items: { id: string; orderNumber: string }[] };
    let subOrderId = '';
    await expect(async () => {
      const { items } = await read<Orders>(seller.request, 'orders.sellerOrders', { sellerId, limit: 50 });
      subOrderId = items.find(({ orderNumber }) => orderNumber === number)?.id ?? '';
      expect(subOrderId).not.toBe('');
    }).toPass({ timeout: 20_000 });
    const parcel = { sellerId, subOrderId, shipmentId: crypto.randomUUID() };
    await change(seller.request, 'orders.ship', { ...parcel, carrier: 'DPD', trackingNumber: `DP${number}` });
    await change(seller.request, 'orders.markDelivered', parcel);
  });

  const administration = await (await browser.newContext()).newPage();
  await openAdministration(administration);
  await test.step('an administrator does not wait for the hour', async () => {
    await administration.goto(`${sellerOrigin}/admin/payouts`);
    const file = main(administration).getByRole('button', { name: 'Make bank file in GBP' });
    await expect(async () => {
      await main(administration).getByRole('button', { name: 'Plan payouts now' }).click();
      await expect(file).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 40_000 });
    await expect.poll(async () => (await balance())?.onTheWay ?? 0).toBeGreaterThan(0);
    await expectUsableAtBothWidths(administration);
    const { name, bytes } = await downloaded(administration, async () => {
      await file.click();
      await administration.getByRole('dialog').getByRole('button', { name: 'Make bank file' }).click();
    });
    expect(name).toMatch(/^payouts-gbp-.*\.csv$/);
    expect(bytes.toString('utf8')).toContain('DE89370400440532013000');
  });

  const onTheWay = (await balance())?.onTheWay ?? 0;
  await test.step('the seller sees it on its way', async () => {
    await seller.reload();
    await expect(main(seller).getByText('On its way').first()).toBeVisible();
    await expect(main(seller).getByText('Sent', { exact: true }).filter({ visible: true }).first()).toBeVisible();
  });

  await test.step('the bank has paid', async () => {
    const paid = main(administration)
      .getByRole('button', { name: 'Mark the payout to Fern & Kiln as paid' })
      .filter({ visible: true })
      .first();
    await paid.click();
    await expect(administration.getByText('1 payout marked.').first()).toBeVisible();
    await expect.poll(async () => (await balance())?.onTheWay).toBeLessThan(onTheWay);
  });

  await test.step('it stands on the statement, as CSV and as PDF', async () => {
    await seller.reload();
    await expect(main(seller).getByText('Paid', { exact: true }).filter({ visible: true }).first()).toBeVisible();
    await expectUsableAtBothWidths(seller);
    const of = (format: string) =>
      main(seller)
        .getByRole('button', { name: new RegExp(`GBP as ${format}$`) })
        .first();
    const csv = await downloaded(seller, () => of('CSV').click());
    expect(csv.name).toMatch(/^statement-\d{4}-\d{2}-gbp\.csv$/);
    expect(csv.bytes.toString('utf8')).toContain((onTheWay / 100).toFixed(2));
    const pdf = await downloaded(seller, () => of('PDF').click());
    expect(pdf.name).toMatch(/\.pdf$/);
    expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });
  await seller.context().close();
  await administration.context().close();
});
