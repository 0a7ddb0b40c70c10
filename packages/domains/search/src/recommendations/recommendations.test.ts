import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recommendInput } from '../contract.ts';
import { createSearch, type Search } from '../index.ts';
import { fakeProductSource, searchableProduct } from '../testing.ts';
import type { Recommender, RecommenderQuestion } from './ports.ts';

const clock = fixedClock('2026-06-15T12:00:00Z');
const daysAgo = (days: number) => new Date(Date.parse('2026-06-15T12:00:00Z') - days * 86_400_000);
const sellers = ['oak', 'fern', 'clay'];
const kitchen = [{ path: 'kitchen', name: 'Kitchen' }];
const garden = [{ path: 'garden', name: 'Garden' }];
/** Thirty products of three sellers in two departments; the last one is sold out. */
const all = Array.from({ length: 30 }, (_, index) =>
  searchableProduct({
    title: `Thing ${index}`,
    sellerSlug: sellers[index % 3] ?? '',
    sellerName: sellers[index % 3] ?? '',
    categories: index < 15 ? kitchen : garden,
    available: index !== 29,
  }),
);
const id = (index: number) => all[index]?.productId ?? '';
const fake = fakeProductSource(all);
let database: TestDatabase;
let search: Search;

const order = (shopperId: string | null, days: number, ...items: number[]) => ({
  orderId: newId(),
  paidAt: daysAgo(days),
  shopperId,
  lines: items.map((item) => ({ productId: id(item), quantity: 1 })),
});
const rail = async (input: Record<string, unknown>, userId: string | null = null, by = search) => {
  const { items, reason } = await by.recommend(recommendInput.parse(input), userId);
  return { titles: items.map(({ title }) => title), sellers: items.map(({ seller }) => seller.slug), reason };
};
const rows = async (text: string, values: unknown[] = []) => (await database.db.pool.query(text, values)).rows;

beforeAll(async () => {
  database = await createTestDatabase();
  search = createSearch({ db: database.db, source: fake.source, clock });
  await search.rebuild();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.pool.query('truncate search.order_items, search.rails, search.rail_runs, search.co_purchases');
});

describe('nothing to learn from', () => {
  test('a night without orders ends, and everybody sees what is popular', async () => {
    expect(await search.recomputeRails()).toEqual({ rails: 0, finished: true });
    expect((await rail({ kind: 'for-you' }, newId())).reason).toBe('trending');
    expect((await rail({ kind: 'cart' })).reason).toBe('trending');
    expect((await rail({ kind: 'trending', category: 'no-such' })).reason).toBe('trending');
    expect((await rail({ kind: 'bought-together', productId: id(1) })).titles).toEqual([]);
    expect((await search.trendingCategories({ limit: 2 })).items).toEqual([]);
  });

  test('a new product shows what is similar, computed once', async () => {
    const first = await rail({ kind: 'similar', productId: id(0) });
    expect(first.titles.length).toBeGreaterThanOrEqual(4);
    expect(await rows(`select owner from search.rails where kind = 'similar'`)).toEqual([{ owner: id(0) }]);
    expect((await rail({ kind: 'similar', productId: id(0) })).titles).toEqual(first.titles);
    expect((await rail({ kind: 'also-bought', productId: id(0) })).reason).toBe('goes-well');
  });
});

describe('after a night', () => {
  const anna = newId();
  const ben = newId();
  const habits = () => [
    order(anna, 90, 1, 2, 3, 4, 5, 6),
    order(anna, 70, 1, 2, 3, 4, 5, 6),
    order(ben, 80, 1, 2, 3, 4, 7, 8),
    order(ben, 60, 1, 2, 7, 8, 29),
    order(null, 20, 20, 21, 22, 23, 24),
    order(null, 19, 20, 21, 22, 23, 25),
    order(null, 18, 16, 17, 18, 19, 20),
  ];
  const learn = async () => {
    await search.recordOrders(habits(), { bulk: true });
    await search.recomputeRails();
  };

  test('everybody has a rail of their own, never with what is sold out or was just bought', async () => {
    await learn();
    const before = await rail({ kind: 'for-you', limit: 12 }, anna);
    expect(before.reason).toBe('for-you');
    expect(before.titles).toContain('Thing 1');
    expect(before.titles).not.toContain('Thing 29');
    await search.recordOrders([order(anna, 1, 1)]);
    expect((await rail({ kind: 'for-you' }, anna)).titles).not.toContain('Thing 1');
    expect((await rail({ kind: 'for-you' }, ben)).titles).toContain('Thing 1');
    fake.put({ ...(all[2] ?? searchableProduct()), available: false, revision: 9_000 });
    await search.indexProducts([id(2)]);
    expect((await rail({ kind: 'for-you' }, ben)).titles).not.toContain('Thing 2');
    fake.put({ ...(all[2] ?? searchableProduct()), revision: 9_001 });
    await search.indexProducts([id(2)]);
  });

  test('what people come back for is shown again within days', async () => {
    const people = Array.from({ length: 20 }, () => newId());
    const weekly = people.flatMap((person) => [40, 33, 26].map((days) => order(person, days, 1, 2, 3, 4, 5)));
    await search.recordOrders(weekly, { bulk: true });
    await search.recomputeRails();
    const [someone = ''] = people;
    await search.recordOrders([order(someone, 9, 1), order(someone, 2, 3)]);
    const { titles } = await rail({ kind: 'for-you' }, someone);
    expect(titles).toContain('Thing 1');
    expect(titles).not.toContain('Thing 3');
  });

  test('who bought for the first time sees what goes with it, who only looked what goes with that', async () => {
    await learn();
    const newcomer = newId();
    const looked = await rail({ kind: 'for-you', productIds: [id(20)] }, newcomer);
    expect(looked.reason).toBe('for-you-seen');
    expect(looked.titles).toContain('Thing 21');
    await search.recordOrders([order(newcomer, 0, 1)]);
    const bought = await rail({ kind: 'for-you', productIds: [id(20)] }, newcomer);
    expect(bought.reason).toBe('for-you-bought');
    expect(bought.titles[0]).not.toBe('Thing 1');
    expect((await rail({ kind: 'for-you', productIds: [id(20)] })).reason).toBe('for-you-seen');
  });

  test('product, cart and category rails say why they are shown', async () => {
    await learn();
    const also = await rail({ kind: 'also-bought', productId: id(20) });
    expect(also.reason).toBe('also-bought');
    expect(also.titles.slice(0, 3).toSorted()).toEqual(['Thing 21', 'Thing 22', 'Thing 23']);
    expect((await rail({ kind: 'bought-together', productId: id(1) })).titles[0]).toBe('Thing 2');
    const cart = await rail({ kind: 'cart', productIds: [id(20), id(21)] });
    expect(cart.reason).toBe('cart');
    expect(cart.titles).not.toContain('Thing 20');
    expect(cart.titles[0]).toMatch(/Thing 2[23]/);
    const trends = await rail({ kind: 'trending', category: 'garden' });
    expect(trends.reason).toBe('trending-category');
    expect(trends.titles[0]).toBe('Thing 20');
    expect(trends.titles).not.toContain('Thing 1');
    expect((await search.trendingCategories({ limit: 1 })).items).toEqual([{ path: 'garden', name: 'Garden' }]);
  });

  test('no seller has more than a third of a rail', async () => {
    const big = Array.from({ length: 3 }, () => order(null, 5, ...Array.from({ length: 28 }, (_, index) => index)));
    await search.recordOrders(big, { bulk: true });
    await search.recomputeRails();
    const { sellers: shown } = await rail({ kind: 'also-bought', productId: id(0), limit: 12 });
    expect(shown).toHaveLength(12);
    for (const seller of sellers) expect(shown.filter((slug) => slug === seller)).toHaveLength(4);
  });

  test('whoever is forgotten leaves no trace, and sees what is kept before', async () => {
    await learn();
    const kept = await search.recommendationsOfPerson(anna);
    expect(kept?.products).toContain('Thing 1');
    expect(await search.forgetPerson(anna)).toBe(12);
    expect(await search.forgetPerson(anna)).toBe(0);
    expect(await search.recommendationsOfPerson(anna)).toBeNull();
    await search.recomputeRails();
    expect(await search.recommendationsOfPerson(anna)).toBeNull();
    expect(await search.recommendationsOfPerson(ben)).not.toBeNull();
  });
});

describe('a computation that is cut off', () => {
  const people = Array.from({ length: 60 }, () => newId());
  const learn = () =>
    search.recordOrders(
      people.map((person, index) => order(person, index, index % 15, (index * 3 + 1) % 29, (index * 7 + 2) % 29)),
      { bulk: true },
    );
  const stored = () => rows('select kind, owner, product_ids from search.rails order by kind, owner');

  test('goes on where it stopped, wherever that was, and ends the same', async () => {
    await learn();
    await search.recomputeRails();
    const whole = await stored();
    await database.db.pool.query('truncate search.rails, search.rail_runs');
    let rounds = 0;
    let result = { finished: false };
    while (!result.finished && rounds < 50) {
      // Another process each time: nothing is remembered but what is stored.
      const process = createSearch({ db: database.db, source: fake.source, clock });
      result = await process.recomputeRails(() => false);
      rounds += 1;
    }
    expect(rounds).toBeGreaterThan(4);
    expect(await stored()).toEqual(whole);
    expect(await rows('select phase, rails::int from search.rail_runs')).toEqual([
      { phase: 'done', rails: whole.length },
    ]);
  });

  test('two at once write every rail once', async () => {
    await learn();
    const results = await Promise.all([search.recomputeRails(), search.recomputeRails()]);
    expect(results.some(({ finished }) => finished)).toBe(true);
    const runs = await rows('select rails, finished_at is not null as done from search.rail_runs order by started_at');
    expect(runs[0]).toMatchObject({ done: true });
    expect((await stored()).length).toBeGreaterThan(60);
  });

  test('the next night takes away whom nobody knows any more', async () => {
    await learn();
    await search.recomputeRails();
    await database.db.pool.query('delete from search.order_items where shopper_id = $1', [people[0]]);
    await search.recomputeRails();
    expect(await rows(`select 1 from search.rails where owner = $1`, [people[0]])).toEqual([]);
  });
});

describe('somebody else recommends', () => {
  const ask = (recommend: Recommender['recommend']) =>
    createSearch({ db: database.db, source: fake.source, clock, recommender: { name: 'Fake', recommend } });

  test('is asked for more than is shown, and sold out products fall out', async () => {
    const questions: RecommenderQuestion[] = [];
    const outside = ask(async (question) => {
      questions.push(question);
      return [id(29), id(5), id(6), newId(), id(7), id(8), id(0)];
    });
    const userId = newId();
    const found = await rail({ kind: 'for-you', productIds: [id(0)], limit: 6 }, userId, outside);
    expect(found).toMatchObject({ titles: ['Thing 5', 'Thing 6', 'Thing 7', 'Thing 8'], reason: 'for-you' });
    expect(questions).toEqual([{ kind: 'for-you', userId, productIds: [id(0)], limit: 18 }]);
    await rail({ kind: 'recently-viewed', productIds: [id(0)] }, null, outside);
    expect(questions).toHaveLength(1);
  });

  test.each([
    ['fails', () => Promise.reject(new Error('down'))],
    ['knows nothing', () => Promise.resolve([])],
    ['answers nonsense', () => Promise.resolve(['not-an-id'])],
  ])('the shop does it when that %s', async (_, recommend) => {
    expect((await rail({ kind: 'for-you' }, newId(), ask(recommend))).reason).toBe('trending');
  });

  test('the shop does it after 250 ms, and the other one is told to stop', async () => {
    let aborted = false;
    const outside = ask(
      (_, signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            aborted = true;
          });
        }),
    );
    const begun = performance.now();
    expect((await rail({ kind: 'for-you' }, newId(), outside)).reason).toBe('trending');
    expect(performance.now() - begun).toBeLessThan(1_500);
    expect(aborted).toBe(true);
  });
});

test('what was popular is shown when the database is too slow', async () => {
  const known = await rail({ kind: 'trending' });
  const client = await database.db.pool.connect();
  try {
    await client.query('begin; lock table search.rails in access exclusive mode');
    expect(await rail({ kind: 'also-bought', productId: id(3) })).toEqual({ ...known, reason: 'trending' });
  } finally {
    await client.query('rollback');
    client.release();
  }
});
