import { newId } from '@mallhive/kernel';
import { expect, it } from 'vitest';
import { accessTokenFor, hashAccessToken } from '../access-token.ts';
import type { PrintedDocument } from '../ports.ts';
import type { FactLine } from './facts.ts';
import type { InvoiceRepository, StoredDocument } from './invoice.repository.ts';
import { type DocumentDeps, readAnyDocument, readDocument, readSellerDocument } from './read-document.ts';

const [userId, sellerId, documentId] = [newId(), newId(), newId()];
const token = accessTokenFor('a secret for tests of 32 characters', 'order');
const line = (overrides: Partial<FactLine> = {}): FactLine => ({
  ...{ kind: 'goods', orderLineId: newId(), title: 'Oak stool', variantTitle: 'Natural', sku: 'OAK-1', quantity: 2 },
  ...{ unitPrice: 1_000, discount: 200, amount: 1_800, tax: 149, taxBasisPoints: 825 },
  ...overrides,
});
const stored: StoredDocument = {
  id: documentId,
  kind: 'invoice',
  number: 'INV-2026-000001',
  sellerId,
  userId,
  accessTokenHash: hashAccessToken(token),
  locale: 'de',
  issuedAt: new Date('2026-03-01T10:00:00Z'),
  invoiceNumber: null,
  invoicedAt: null,
  buyer: null,
  facts: {
    orderNumber: 'MH-7K2M9QXT',
    partNumber: 'MH-7K2M9QXT-1',
    placedAt: '2026-03-01T09:00:00Z',
    currency: 'EUR',
    taxIncluded: false,
    seller: { name: 'North Ltd', postalAddress: '1 Quay\n\nLeeds', country: 'GB', taxNumber: 'GB 1' },
    paidWith: [
      { provider: 'paypal', card: null },
      { provider: 'stripe', card: 'Visa 4242' },
    ],
    lines: [line(), line({ kind: 'delivery', title: '', quantity: 1, amount: 500, discount: 0, tax: 41 })],
  },
};
const printed: PrintedDocument[] = [];
const deps: DocumentDeps = {
  invoices: {
    byId: async (id: string) => (id === documentId ? stored : null),
  } as unknown as InvoiceRepository,
  print: async (document) => {
    printed.push(document);
    return Buffer.from('%PDF');
  },
};
const notFound = { code: 'not_found', reason: 'document_not_found' };
const member = (id: string) => ({ memberships: [{ sellerId: id }] });

it('is opened by nobody else: another shopper, guest, seller, and what does not exist get the same answer', async () => {
  for (const refused of [
    readDocument(deps, null, { documentId }),
    readDocument(deps, newId(), { documentId }),
    readDocument(deps, null, { documentId, accessToken: `${token}x` }),
    readDocument(deps, userId, { documentId: newId() }),
    readSellerDocument(deps, member(sellerId), { sellerId, documentId: newId() }),
    readAnyDocument(deps, newId()),
  ])
    await expect(refused).rejects.toMatchObject(notFound);
  const other = newId();
  await expect(readSellerDocument(deps, member(other), { sellerId: other, documentId })).rejects.toMatchObject(
    notFound,
  );
  await expect(readSellerDocument(deps, member(other), { sellerId, documentId })).rejects.toMatchObject({
    reason: 'not_a_member',
  });
});

it('is for its buyer, whoever has the order’s link, its seller and administrators', async () => {
  const file = {
    name: 'INV-2026-000001.pdf',
    type: 'application/pdf',
    base64: Buffer.from('%PDF').toString('base64'),
  };
  expect(await readDocument(deps, userId, { documentId })).toEqual(file);
  expect(await readDocument(deps, null, { documentId, accessToken: token })).toEqual(file);
  expect(await readSellerDocument(deps, member(sellerId), { sellerId, documentId })).toEqual(file);
  expect(await readAnyDocument(deps, documentId)).toEqual(file);
});

it('says in the order’s language what was sold, the tax on top, and how it was paid, without a buyer who was forgotten', async () => {
  await readAnyDocument(deps, documentId);
  const paper = printed.at(-1);
  expect(paper).toMatchObject({ language: 'de', direction: 'ltr', title: 'Rechnung INV-2026-000001' });
  expect(paper?.parties.map(({ lines }) => lines)).toEqual([
    ['North Ltd', '1 Quay', 'Leeds', 'Vereinigtes Königreich', 'Steuernummer: GB 1'],
    ['Auf Wunsch gelöscht'],
  ]);
  expect(paper?.facts).toContainEqual(['Bezahlt mit', 'PayPal, Visa 4242']);
  const plain = (text: string) => text.replace(/\s/g, ' ');
  expect(paper?.totals.map(({ label, value }) => [label, plain(value)])).toEqual([
    ['Summe', '23,00 €'],
    ['Steuer', '1,90 €'],
    ['Gesamtbetrag', '24,90 €'],
  ]);
  expect(paper?.breakdown.rows.map((row) => row.map(plain))).toEqual([['8,25 %', '23,00 €', '1,90 €']]);
  expect(paper?.rows.map(([first]) => first?.text)).toEqual(['Oak stool', 'Versand']);
});
