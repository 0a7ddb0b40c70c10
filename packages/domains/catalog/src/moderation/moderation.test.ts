import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationQueueOutput } from '../contract.ts';
import { administrator, type EditorFixture, editorFixture, image } from '../editor/testing.ts';
import { productDraft, sellerProfile } from '../testing.ts';

let shop: EditorFixture;
beforeAll(async () => {
  shop = await editorFixture(fixedClock('2026-06-15T12:00:00Z'), false);
});
afterAll(() => shop.database.close());

const queue = async (status: 'pending' | 'approved' | 'rejected' = 'pending') =>
  moderationQueueOutput.parse(await shop.catalog.moderationQueue(administrator, { status, limit: 50 }));
const caseOf = async (productId: string) => (await queue()).cases.find((one) => one.productId === productId);
const decide = async (productId: string, decision: 'approve' | 'reject', reason = '') =>
  shop.catalog.decideModeration(administrator, { caseId: (await caseOf(productId))?.id ?? newId(), decision, reason });
const own = async (productId: string) =>
  (await shop.catalog.sellerProduct(shop.owner, { sellerId: shop.seller.sellerId, productId })).product;
const isPublic = async (slug: string) =>
  shop.catalog.product({ slug }).then(
    () => true,
    () => false,
  );

test('a new seller’s products wait; the seller reads why one was refused and tries again; the fourth is public at once', async () => {
  const product = await shop.create({ status: 'published' });
  expect(product).toMatchObject({ moderation: 'pending', isPublic: false });
  expect(await isPublic(product.slug)).toBe(false);
  expect(await shop.catalog.variantsForCart([product.variants[0]?.id ?? ''])).toMatchObject([{ published: false }]);
  expect(await caseOf(product.id)).toMatchObject({
    kind: 'first-products',
    before: null,
    after: { title: 'Oak chair', images: [image] },
  });

  await expect(decide(product.id, 'reject')).rejects.toMatchObject({ reason: 'reason_missing' });
  await decide(product.id, 'reject', 'Show the back too');
  const refused = await own(product.id);
  expect(refused).toMatchObject({ moderation: 'rejected', moderationReason: 'Show the back too', isPublic: false });
  const again = await shop.save(refused, { images: [image, { ...image, url: '/media/b/back.webp' }] });
  expect(again).toMatchObject({ moderation: 'pending', moderationReason: '' });
  await decide(product.id, 'approve');
  expect(await isPublic(product.slug)).toBe(true);
  for (const expected of ['pending', 'pending', 'approved']) {
    const next = await shop.create({ status: 'published' });
    expect(next.moderation).toBe(expected);
    if (expected === 'pending') await decide(next.id, 'approve');
  }
  const told = await shop.events('catalog/product.moderated');
  expect(told.map(({ decision }) => decision).toSorted()).toEqual(['approved', 'approved', 'approved', 'rejected']);
  expect(told).toContainEqual(expect.objectContaining({ decision: 'rejected', reason: 'Show the back too' }));
  expect((await queue('rejected')).cases).toMatchObject([{ reason: 'Show the back too', status: 'rejected' }]);
});

test('decided once: of two administrators at one moment one is told; an unknown case is not found', async () => {
  const other = sellerProfile();
  await shop.catalog.upsertSellerProfiles([other]);
  const [made] = await shop.catalog.upsertProducts([productDraft({ sellerId: other.sellerId })], { moderate: true });
  const found = await caseOf(made?.id ?? '');
  const input = { caseId: found?.id ?? '', decision: 'approve' as const, reason: '' };
  const outcomes = await Promise.allSettled([1, 2].map(() => shop.catalog.decideModeration(administrator, input)));
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'already_decided' } });
  await expect(shop.catalog.decideModeration(administrator, { ...input, caseId: newId() })).rejects.toMatchObject({
    reason: 'case_not_found',
  });
});

test('a watched product waits when its title changes, beside what was approved; other changes do not wait', async () => {
  const product = await shop.create({ status: 'published' });
  await shop.catalog.flagProduct(administrator, {
    productId: product.id,
    flagged: true,
    hide: false,
    reason: 'Complaints',
  });
  const priced = await shop.save(await own(product.id), { subtitle: 'By hand' });
  expect(priced.moderation).toBe('approved');
  const changed = await shop.save(priced, { title: 'Gold chair' });
  expect(changed).toMatchObject({ moderation: 'pending', isPublic: false });
  expect(await caseOf(product.id)).toMatchObject({
    kind: 'changed',
    before: { title: 'Oak chair' },
    after: { title: 'Gold chair' },
  });
  const archived = await shop.save(changed, { status: 'archived' });
  expect(archived.moderation).toBe('none');
  expect(await caseOf(product.id)).toBeUndefined();
  const back = await shop.save(archived, { status: 'published' });
  expect(back.moderation).toBe('pending');
});

test('a flag may hide at once; unknown products are not found', async () => {
  const product = await shop.create({ status: 'published' });
  await shop.catalog.flagProduct(administrator, {
    productId: product.id,
    flagged: true,
    hide: true,
    reason: 'Counterfeit',
  });
  expect(await isPublic(product.slug)).toBe(false);
  expect(await caseOf(product.id)).toMatchObject({ kind: 'flagged' });
  await expect(
    shop.catalog.flagProduct(administrator, { productId: newId(), flagged: true, hide: false, reason: '' }),
  ).rejects.toMatchObject({ reason: 'product_not_found' });
});

test('only an approved seller’s products are public; carts refuse the others at once', async () => {
  const product = await shop.create({ status: 'published' });
  const variantId = product.variants[0]?.id ?? '';
  const { seller } = shop;
  const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 0, minute));
  await shop.catalog.upsertSellerProfiles([{ ...seller, status: 'suspended', changedAt: at(1) }]);
  expect(await isPublic(product.slug)).toBe(false);
  expect(await shop.catalog.cardsByIds([product.id])).toEqual([]);
  expect(await shop.catalog.variantsForCart([variantId])).toMatchObject([{ published: false }]);
  await expect(shop.catalog.seller({ slug: seller.slug })).rejects.toMatchObject({ reason: 'seller_not_found' });
  // A word about the name alone does not open the shop.
  await shop.catalog.upsertSellerProfiles([{ ...seller, status: undefined, name: 'New', changedAt: at(2) }]);
  expect(await isPublic(product.slug)).toBe(false);
  await shop.catalog.upsertSellerProfiles([{ ...seller, status: 'approved', changedAt: at(3) }]);
  expect(await isPublic(product.slug)).toBe(true);
  const stranger = sellerProfile();
  await shop.catalog.upsertSellerProfiles([{ ...stranger, status: undefined }]);
  const [made] = await shop.catalog.upsertProducts([productDraft({ sellerId: stranger.sellerId })]);
  expect(await isPublic(made?.slug ?? '')).toBe(false);
});
