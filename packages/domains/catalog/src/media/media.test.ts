import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Catalog, createCatalog } from '../index.ts';
import type { MediaPorts, ObjectStorage } from '../ports.ts';
import { catalogFixture, memberOf, productDraft } from '../testing.ts';
import { createMemoryStorage } from './memory-storage.ts';
import { takePicture } from './take-picture.ts';

let database: TestDatabase;
let catalog: Catalog;
let sellerId: string;
let storage: ObjectStorage;
let media: MediaPorts;
const clock = fixedClock('2026-03-01T10:00:00Z');
const day = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  database = await createTestDatabase();
  const fixture = await catalogFixture(database.db, clock);
  sellerId = fixture.seller.sellerId;
});
afterAll(() => database.close());
beforeEach(() => {
  storage = createMemoryStorage();
  media = {
    storage,
    pictures: {
      check: async (body) => (body.toString() === 'broken' ? 'picture_unreadable' : { body, width: 20, height: 10 }),
    },
    fetcher: {
      fetch: async (url) => (url.includes('inside') ? 'address_refused' : Buffer.from(`from ${url}`)),
    },
  };
  catalog = createCatalog({ db: database.db, currency: 'GBP', clock, media });
});

/** Holds after every test: an owner's space is the sum of the owner's pictures. */
afterEach(async () => {
  const { rows } = await database.db.pool.query(`
    select u.owner_id from catalog.media_usage u
    where (u.bytes, u.files) is distinct from (
      select (coalesce(sum(o.bytes), 0)::bigint, count(*)::int)
      from catalog.media_assets a join catalog.media_objects o on o.hash = a.hash where a.owner_id = u.owner_id)`);
  expect(rows).toEqual([]);
});
const kept = async (hash: string) => (await storage.read(`originals/${hash.slice(0, 2)}/${hash}.image`)) !== null;
const upload = (text: string, actor = memberOf(sellerId), seller = sellerId) =>
  catalog.uploadPicture(actor, { sellerId: seller, body: Buffer.from(text) });

describe('refused', () => {
  test('strangers, and staff who may not edit', async () => {
    await expect(upload('a', memberOf(newId()))).rejects.toMatchObject({ reason: 'not_a_member' });
    await expect(upload('a', memberOf(sellerId, 'fulfilment'))).rejects.toMatchObject({ reason: 'role_too_low' });
    await expect(catalog.mediaUsage(memberOf(newId()), { sellerId })).rejects.toMatchObject({ reason: 'not_a_member' });
  });
  test('what is no picture, and what is too large', async () => {
    await expect(upload('broken')).rejects.toMatchObject({ reason: 'picture_unreadable' });
    await expect(upload('x'.repeat(13 * 1024 * 1024))).rejects.toMatchObject({ reason: 'picture_too_large' });
  });
  test('addresses that lead inside', async () => {
    await expect(
      catalog.mediaFromUrl(memberOf(sellerId), { sellerId, url: 'http://inside.test/a.png' }),
    ).rejects.toMatchObject({ reason: 'address_refused' });
  });
  test('everything, in a composition without storage', async () => {
    const bare = createCatalog({ db: database.db, currency: 'GBP', clock });
    await expect(bare.uploadOwnPicture(newId(), Buffer.from('a'))).rejects.toMatchObject({ reason: 'media_off' });
  });
});

test('the same picture from many at once is kept once and counted once for each owner', async () => {
  const before = await catalog.mediaUsage(memberOf(sellerId), { sellerId });
  const images = await Promise.all(Array.from({ length: 8 }, () => upload('one picture')));
  const shopper = newId();
  const theirs = await catalog.uploadOwnPicture(shopper, Buffer.from('one picture'));
  expect(new Set([...images, theirs].map(({ hash }) => hash)).size).toBe(1);
  expect(images[0]).toMatchObject({ width: 20, height: 10, bytes: 11 });
  expect(await kept(theirs.hash)).toBe(true);
  const after = await catalog.mediaUsage(memberOf(sellerId), { sellerId });
  expect([after.files - before.files, after.bytes - before.bytes]).toEqual([1, 11]);
});

test('the space ends exactly, whoever races for it', async () => {
  const owner = { id: newId(), limitBytes: 50 };
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      takePicture(database.db, { ...media, clock }, owner, Buffer.from(`picture ${index}!`)).then(
        () => 'kept',
        (error: { reason?: string }) => error.reason,
      ),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(5);
  expect(outcomes.filter((outcome) => outcome === 'media_quota_reached')).toHaveLength(5);
});

test('an upload that died before its bytes arrived is finished by the next', async () => {
  const failing = { ...media, storage: { ...storage, write: async () => Promise.reject(new Error('disk full')) } };
  const owner = { id: newId(), limitBytes: 1_000 };
  const body = Buffer.from('half way');
  await expect(takePicture(database.db, { ...failing, clock }, owner, body)).rejects.toThrow('disk full');
  const image = await takePicture(database.db, { ...media, clock }, owner, body);
  expect(await kept(image.hash)).toBe(true);
});

describe('the clean-up', () => {
  test('deletes what nothing shows for a day, and nothing else', async () => {
    const [unused, used, reviewed] = [await upload('unused'), await upload('used'), Buffer.from('reviewed')];
    const author = { id: newId(), name: 'Ada' };
    const picture = await catalog.uploadOwnPicture(author.id, reviewed);
    const [product] = await catalog.upsertProducts([
      productDraft({ sellerId, images: [{ url: used.url, alt: '', width: 20, height: 10 }] }),
    ]);
    const productId = product?.id ?? '';
    await catalog.grantReviewRights({ userId: author.id, productIds: [productId], orderId: newId(), at: clock.now() });
    await catalog.saveReview(author, {
      productId,
      rating: 5,
      title: '',
      body: '',
      images: [{ url: picture.url, alt: '' }],
    });
    expect((await catalog.cleanUpMedia()).deleted).toBe(0);
    clock.advance(2 * day);
    const fresh = await upload('fresh');
    await catalog.cleanUpMedia();
    expect(await Promise.all([unused, used, picture, fresh].map(({ hash }) => kept(hash)))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    // Erasing the author takes the picture from the review: the next clean-up deletes it.
    await catalog.anonymiseReviews(author.id);
    clock.advance(2 * day);
    await upload('fresh');
    await catalog.cleanUpMedia();
    expect(await kept(picture.hash)).toBe(false);
    expect(await kept(used.hash)).toBe(true);
    expect((await upload('unused')).hash).toBe(unused.hash);
    expect(await kept(unused.hash)).toBe(true);
  });

  test('while it deletes a picture nobody can begin to use it; what it left half done it finishes', async () => {
    const image = await upload('doomed');
    clock.advance(2 * day);
    const dying = createCatalog({
      db: database.db,
      currency: 'GBP',
      clock,
      media: { ...media, storage: { ...storage, remove: async () => Promise.reject(new Error('killed')) } },
    });
    await expect(dying.cleanUpMedia()).rejects.toThrow('killed');
    await expect(upload('doomed')).rejects.toMatchObject({ code: 'unavailable', reason: 'media_busy' });
    clock.advance(2 * day);
    await catalog.cleanUpMedia();
    expect(await kept(image.hash)).toBe(false);
    await upload('doomed');
    expect(await kept(image.hash)).toBe(true);
  });
});
