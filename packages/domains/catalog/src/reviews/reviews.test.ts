import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { reviewQueueInput, reviewsInput, saveReviewInput, sellerReviewsInput } from '../contract-reviews.ts';
import type { Catalog } from '../index.ts';
import { catalogFixture, memberOf, productDraft } from '../testing.ts';
import { authorName } from './author-name.ts';

let database: TestDatabase;
let catalog: Catalog;
let sellerId: string;
let sellerSlug: string;
const clock = fixedClock('2026-03-01T10:00:00Z');
const moderator = { id: newId(), roles: ['shopper', 'administrator'] };

beforeAll(async () => {
  database = await createTestDatabase();
  const fixture = await catalogFixture(database.db, clock);
  catalog = fixture.catalog;
  sellerId = fixture.seller.sellerId;
  sellerSlug = fixture.seller.slug;
});
afterAll(() => database.close());

/** Holds after every test: sums are what the published reviews say, counts are what votes and open reports say. */
afterEach(async () => {
  const { rows } = await database.db.pool.query(`
    select p.id from catalog.products p
    left join lateral (
      select count(*)::int as n, coalesce(sum(rating), 0)::int as s,
        array[count(*) filter (where rating = 1), count(*) filter (where rating = 2), count(*) filter (where rating = 3),
          count(*) filter (where rating = 4), count(*) filter (where rating = 5)]::int[] as d
      from catalog.reviews r where r.product_id = p.id and r.status = 'published') t on true
    where (p.rating_count, p.rating_sum, p.rating_distribution) is distinct from (t.n, t.s, t.d)
    union all
    select r.id from catalog.reviews r
    where r.helpful_count <> (select count(*) from catalog.review_votes v where v.review_id = r.id)
      or r.open_reports <> (select count(*) from catalog.review_reports x where x.review_id = r.id and x.settled_at is null)`);
  expect(rows).toEqual([]);
});

async function aProduct() {
  const [product] = await catalog.upsertProducts([productDraft({ sellerId })]);
  if (!product) throw new Error('No product');
  return product.id;
}
async function aBuyer(productId: string, name = 'Ada Byron') {
  const buyer = { id: newId(), name };
  await catalog.grantReviewRights({ userId: buyer.id, productIds: [productId], orderId: newId(), at: clock.now() });
  return buyer;
}
const words = (productId: string, rating: number, more: object = {}) =>
  saveReviewInput.parse({ productId, rating, title: 'Fine', body: 'Sits well.', ...more });
const listed = async (productId: string, more: object = {}) =>
  catalog.reviews(reviewsInput.parse({ productId, ...more }));
const stars = async (productId: string) => {
  const { rows } = await database.db.pool.query('select rating_count, rating_sum from catalog.products where id = $1', [
    productId,
  ]);
  return [rows[0]?.rating_count, rows[0]?.rating_sum];
};

test.each([
  ['Ada Byron', 'Ada B.'],
  ['  Ada   King Byron ', 'Ada B.'],
  ['Ada', 'Ada'],
  ['', 'Customer'],
  ['علي حسن', 'علي ح.'],
  ['x'.repeat(300), 'x'.repeat(60)],
])('the name %j is shown as %j', (name, shown) => expect(authorName(name)).toBe(shown));

describe('who may review', () => {
  test('nobody who has not bought it, and nothing is written', async () => {
    const productId = await aProduct();
    const stranger = { id: newId(), name: 'No Buyer' };
    expect(await catalog.myReview(stranger.id, { productId })).toMatchObject({ refusal: 'not_bought', review: null });
    await expect(catalog.saveReview(stranger, words(productId, 1))).rejects.toMatchObject({ reason: 'not_bought' });
    expect(await stars(productId)).toEqual([0, 0]);
  });

  test('no product that is unknown or not public', async () => {
    const [draft] = await catalog.upsertProducts([productDraft({ sellerId, status: 'draft' })]);
    const buyer = await aBuyer(draft?.id ?? '');
    for (const id of [newId(), draft?.id ?? '']) {
      await expect(catalog.saveReview(buyer, words(id, 5))).rejects.toMatchObject({ reason: 'product_not_found' });
    }
  });

  test('a buyer once: writing again changes the review', async () => {
    const productId = await aProduct();
    const buyer = await aBuyer(productId);
    const first = await catalog.saveReview(buyer, words(productId, 2));
    expect(first).toMatchObject({
      created: true,
      review: { rating: 2, authorName: 'Ada B.', verified: true, editedAt: null },
    });
    const second = await catalog.saveReview(buyer, words(productId, 5, { title: 'Better now' }));
    expect(second).toMatchObject({ created: false, review: { id: first.review.id, title: 'Better now' } });
    expect(second.review.editedAt).not.toBeNull();
    expect(await stars(productId)).toEqual([1, 5]);
    expect(await catalog.myReview(buyer.id, { productId })).toMatchObject({ refusal: null, review: { rating: 5 } });
    await catalog.deleteReview(buyer.id, { productId });
    expect(await stars(productId)).toEqual([0, 0]);
    await expect(catalog.deleteReview(buyer.id, { productId })).rejects.toMatchObject({ reason: 'review_not_found' });
  });

  test("pictures must be the author's own uploads", async () => {
    const productId = await aProduct();
    const buyer = await aBuyer(productId);
    const images = [{ url: `/media/${'a'.repeat(24)}/photo.webp`, alt: '' }];
    await expect(catalog.saveReview(buyer, words(productId, 4, { images }))).rejects.toMatchObject({
      reason: 'picture_unknown',
    });
    expect(
      saveReviewInput.safeParse({ productId, rating: 4, images: [{ url: 'https://evil.test/x.webp' }] }).success,
    ).toBe(false);
  });
});

test('forty buyers and as many changes at once: the sums are exact, the card and the page follow', async () => {
  const productId = await aProduct();
  const buyers = await Promise.all(Array.from({ length: 20 }, () => aBuyer(productId)));
  await Promise.all(
    buyers.flatMap((buyer, index) => [
      catalog.saveReview(buyer, words(productId, (index % 5) + 1)),
      catalog.saveReview(buyer, words(productId, ((index + 1) % 5) + 1)),
    ]),
  );
  const [count, sum] = await stars(productId);
  expect(count).toBe(20);
  const { product } = await catalog.product({ slug: (await catalog.cardsByIds([productId]))[0]?.slug ?? '' });
  expect(product.rating).toMatchObject({ count: 20, average: Math.round((sum / 20) * 100) / 100 });
  const { seller } = await catalog.seller({ slug: sellerSlug });
  expect(seller.rating.count).toBeGreaterThanOrEqual(20);
});

describe('the list', () => {
  test('filters by stars, sorts, and pages without loss', async () => {
    const productId = await aProduct();
    for (const rating of [5, 4, 4, 1, 3, 5, 2]) {
      clock.advance(1_000);
      await catalog.saveReview(await aBuyer(productId), words(productId, rating));
    }
    const ratings = async (more: object) => (await listed(productId, more)).items.map(({ rating }) => rating);
    expect(await ratings({})).toEqual([2, 5, 3, 1, 4, 4, 5]);
    expect(await ratings({ stars: 4 })).toEqual([4, 4]);
    expect(await ratings({ sort: 'highest' })).toEqual([5, 5, 4, 4, 3, 2, 1]);
    expect(await ratings({ sort: 'lowest' })).toEqual([1, 2, 3, 4, 4, 5, 5]);
    expect(await ratings({ withPictures: true })).toEqual([]);
    for (const sort of ['newest', 'helpful', 'highest', 'lowest']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listed(productId, { sort, limit: 2, cursor });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size, sort).toBe(7);
    }
    const { nextCursor } = await listed(productId, { limit: 2 });
    await expect(listed(productId, { sort: 'helpful', cursor: nextCursor })).rejects.toMatchObject({
      reason: 'cursor_invalid',
    });
    expect((await listed(newId())).items).toEqual([]);
  });
});

describe('votes and reports', () => {
  test('one vote each, taken back once, not for the own review', async () => {
    const productId = await aProduct();
    const author = await aBuyer(productId);
    const { review } = await catalog.saveReview(author, words(productId, 5));
    const reader = newId();
    await Promise.all(
      Array.from({ length: 5 }, () => catalog.voteReview(reader, { reviewId: review.id, helpful: true })),
    );
    expect(await catalog.voteReview(newId(), { reviewId: review.id, helpful: true })).toEqual({ helpful: 2 });
    expect((await catalog.myReview(reader, { productId })).votedFor).toEqual([review.id]);
    await catalog.voteReview(reader, { reviewId: review.id, helpful: false });
    expect(await catalog.voteReview(reader, { reviewId: review.id, helpful: false })).toEqual({ helpful: 1 });
    await expect(catalog.voteReview(author.id, { reviewId: review.id, helpful: true })).rejects.toMatchObject({
      reason: 'own_review',
    });
    await expect(catalog.voteReview(reader, { reviewId: newId(), helpful: true })).rejects.toMatchObject({
      reason: 'review_not_found',
    });
  });

  test('a reported review waits for a moderator; hidden it counts nowhere and cannot be rewritten', async () => {
    const productId = await aProduct();
    const author = await aBuyer(productId);
    const { review } = await catalog.saveReview(author, words(productId, 1));
    const reporter = newId();
    const entry = { reviewId: review.id, reason: 'spam' as const, note: 'An advertisement' };
    await Promise.all([catalog.reportReview(reporter, entry), catalog.reportReview(reporter, entry)]);
    await catalog.reportReview(newId(), { ...entry, reason: 'offensive', note: '' });
    const queue = await catalog.reviewQueue(moderator, reviewQueueInput.parse({}));
    expect(queue.items.find(({ id }) => id === review.id)?.reports).toHaveLength(2);
    expect((await listed(productId)).items).toHaveLength(1);

    await catalog.moderateReview(moderator, { reviewId: review.id, decision: 'hide', reason: 'Advertisement' });
    expect(await stars(productId)).toEqual([0, 0]);
    expect((await listed(productId)).items).toEqual([]);
    expect(await catalog.myReview(author.id, { productId })).toMatchObject({ refusal: 'hidden' });
    await expect(catalog.saveReview(author, words(productId, 5))).rejects.toMatchObject({ reason: 'review_hidden' });
    await expect(catalog.deleteReview(author.id, { productId })).rejects.toMatchObject({ reason: 'review_hidden' });
    await expect(catalog.voteReview(newId(), { reviewId: review.id, helpful: true })).rejects.toMatchObject({
      reason: 'review_not_found',
    });
    expect((await catalog.reviewQueue(moderator, reviewQueueInput.parse({}))).items).toEqual([]);
    expect((await catalog.reviewQueue(moderator, reviewQueueInput.parse({ filter: 'hidden' }))).items).toHaveLength(1);

    clock.advance(1_000);
    await catalog.moderateReview(moderator, { reviewId: review.id, decision: 'publish', reason: '' });
    clock.advance(1_000);
    await catalog.moderateReview(moderator, { reviewId: review.id, decision: 'publish', reason: '' });
    expect(await stars(productId)).toEqual([1, 1]);
    const { rows } = await database.db.pool.query(
      "select action from catalog.audit_entries where object_id = $1 and action like 'review.%' order by at, id",
      [review.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['review.hide', 'review.publish', 'review.publish']);
  });

  test('only administrators moderate', async () => {
    const shopper = { id: newId(), roles: ['shopper', 'seller'] };
    await expect(catalog.reviewQueue(shopper, reviewQueueInput.parse({}))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      catalog.moderateReview(shopper, { reviewId: newId(), decision: 'hide', reason: '' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      catalog.moderateReview(moderator, { reviewId: newId(), decision: 'hide', reason: '' }),
    ).rejects.toMatchObject({ reason: 'review_not_found' });
  });
});

describe("the seller's answer", () => {
  test("goes below own products' reviews only, by owners and managers", async () => {
    const productId = await aProduct();
    const { review } = await catalog.saveReview(await aBuyer(productId), words(productId, 2));
    const stranger = memberOf(newId());
    const answer = { reviewId: review.id, body: 'Write to us.' };
    await expect(catalog.replyToReview(stranger, { sellerId, ...answer })).rejects.toMatchObject({
      reason: 'not_a_member',
    });
    await expect(
      catalog.replyToReview(stranger, { sellerId: stranger.memberships[0]?.sellerId ?? '', ...answer }),
    ).rejects.toMatchObject({ reason: 'review_not_found' });
    await expect(
      catalog.replyToReview(memberOf(sellerId, 'fulfilment'), { sellerId, ...answer }),
    ).rejects.toMatchObject({ reason: 'role_too_low' });
    const owner = memberOf(sellerId);
    const before = await catalog.sellerReviews(owner, sellerReviewsInput.parse({ sellerId, filter: 'unanswered' }));
    const replied = await catalog.replyToReview(owner, { sellerId, ...answer });
    expect(replied.review.reply).toMatchObject({ body: 'Write to us.', sellerName: 'Oak & Ember' });
    const after = await catalog.sellerReviews(owner, sellerReviewsInput.parse({ sellerId, filter: 'unanswered' }));
    expect(after.counts.unanswered).toBe(before.counts.unanswered - 1);
    expect((await listed(productId)).items[0]?.reply?.body).toBe('Write to us.');
    await catalog.replyToReview(owner, { sellerId, reviewId: review.id, body: null });
    expect((await listed(productId)).items[0]?.reply).toBeNull();
  });
});

test('erasing a person keeps the opinion and removes the person, twice as well as once', async () => {
  const productId = await aProduct();
  const author = await aBuyer(productId);
  const other = await aBuyer(productId, 'Grace Hopper');
  const { review } = await catalog.saveReview(author, words(productId, 4));
  const theirs = await catalog.saveReview(other, words(productId, 2));
  await catalog.voteReview(author.id, { reviewId: theirs.review.id, helpful: true });
  await catalog.reportReview(author.id, { reviewId: theirs.review.id, reason: 'other', note: 'I know her' });
  expect(await catalog.reviewsOfPerson(author.id)).toMatchObject([{ rating: 4, body: 'Sits well.' }]);
  expect(await catalog.anonymiseReviews(author.id)).toBe(1);
  expect(await catalog.anonymiseReviews(author.id)).toBe(0);
  expect((await listed(productId)).items.find(({ id }) => id === review.id)).toMatchObject({
    authorName: 'Former customer',
    rating: 4,
  });
  for (const table of ['reviews', 'review_votes', 'review_reports', 'review_rights']) {
    const { rows } = await database.db.pool.query(`select 1 from catalog.${table} where user_id = $1`, [author.id]);
    expect(rows, table).toEqual([]);
  }
  expect(await stars(productId)).toEqual([2, 6]);
});

test('a repeated import of a product leaves what buyers wrote', async () => {
  const draft = productDraft({
    sellerId,
    reviews: [{ rating: 3, title: 'Old', body: 'Old', authorName: 'Old', createdAt: new Date('2026-01-01') }],
  });
  const [product] = await catalog.upsertProducts([draft]);
  const productId = product?.id ?? '';
  await catalog.saveReview(await aBuyer(productId), words(productId, 5));
  await catalog.upsertProducts([{ ...draft, title: 'Another title', reviews: [] }]);
  expect((await listed(productId)).items.map(({ rating }) => rating)).toEqual([5]);
});
