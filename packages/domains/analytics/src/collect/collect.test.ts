import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Analytics, createAnalytics } from '../index.ts';
import { saleRow } from '../testing.ts';
import { readBehaviourAfter, settledSeq } from './behaviour-log.repository.ts';
import { createCollector } from './collector.ts';
import { type BehaviourBatch, behaviourBatchSchema } from './contract.ts';
import { funnelOutput, productsOutput, sellerProductsInput, shopFunnelInput } from './figures.contract.ts';

const clock = fixedClock('2026-06-14T12:00:00Z');
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148 Safari/604.1';
const desktop = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36';
const [ann, bob] = [newId(), newId()];
const [chair, lamp] = [newId(), newId()];
const owners = {
  sellersOfProducts: async (ids: readonly string[]) =>
    new Map(ids.flatMap((id) => (id === chair ? [[id, ann]] : id === lamp ? [[id, bob]] : []) as [string, string][])),
};
let base: TestDatabase;
let analytics: Analytics;

beforeAll(async () => {
  base = await createTestDatabase();
  analytics = createAnalytics({ db: base.db, owners, currency: 'GBP', clock });
});
afterAll(() => base.close());
beforeEach(async () => {
  await base.db.pool.query(
    `truncate analytics.behaviour_events, analytics.behaviour_progress, analytics.visits, analytics.funnel_days, analytics.product_days,
       analytics.search_term_days, analytics.rail_days, analytics.visit_orders, analytics.sale_facts`,
  );
});

type Sketch = { type: string } & Record<string, unknown>;
const batch = (visitorId: string | null, events: Sketch[], more: object = {}): BehaviourBatch =>
  behaviourBatchSchema.parse({
    v: 1,
    visitorId,
    events: events.map((event) => ({ id: newId(), at: '2026-06-14T11:00:00.000Z', path: '/', ...event })),
    ...more,
  });
const day = { from: '2026-06-14', to: '2026-06-14' };
const funnel = async (input: object = {}) =>
  funnelOutput.parse(await analytics.shopFunnel(shopFunnelInput.parse({ ...day, ...input })));
const stored = async () => (await base.db.pool.query('select * from analytics.behaviour_events order by seq')).rows;
const figures = async () =>
  Promise.all(
    ['funnel_days', 'product_days', 'search_term_days', 'rail_days', 'visits', 'visit_orders'].map(
      async (table) => (await base.db.pool.query(`select * from analytics.${table} order by 1, 2, 3, 4`)).rows,
    ),
  );

test('what is no event is refused, and what a browser says beyond that is not kept', () => {
  const refused = [
    { v: 2, visitorId: null, events: [] },
    { v: 1, visitorId: null, events: [] },
    { v: 1, visitorId: 'me', events: [{ id: newId(), type: 'page_view', at: '2026-06-14T11:00:00Z', path: '/' }] },
    { v: 1, events: [{ id: newId(), type: 'page_view', at: '2026-06-14T11:00:00Z', path: '/' }] },
  ];
  for (const body of refused) expect(behaviourBatchSchema.safeParse(body).success).toBe(false);
  for (const event of [
    { type: 'product_view' },
    { type: 'search', query: ' ', results: 1 },
    { type: 'search', query: 'x' },
    { type: 'rail_shown', rail: 'Some Words' },
    { type: 'order_placed', orderId: '7' },
    { type: 'bought_everything' },
    { type: 'page_view', at: 'yesterday' },
  ])
    expect(() => batch(null, [event])).toThrow();
  expect(batch(null, [{ type: 'page_view', email: 'ann@example.com' }]).events[0]).not.toHaveProperty('email');
});

test('programs and impossible times are not counted; half characters spoil nothing', async () => {
  const events = [{ type: 'page_view' }];
  for (const agent of [
    undefined,
    'curl/8.5',
    'Mozilla/5.0 (compatible; Googlebot/2.1)',
    'Mozilla/5.0 HeadlessChrome/150',
  ])
    expect(await analytics.collect(batch(null, events), agent)).toEqual({ accepted: 0 });
  const times = ['2026-06-14T12:06:00Z', '2026-06-07T11:59:00Z'].map((at) => ({ type: 'page_view', at }));
  expect(await analytics.collect(batch(null, times), desktop)).toEqual({ accepted: 0 });
  expect(await stored()).toEqual([]);
  const odd = [{ type: 'search', query: 'lamp\u0000\ud800', results: 0, path: '/\u0000' }];
  const answers = await Promise.all([
    analytics.collect(batch(null, odd), desktop),
    analytics.collect(batch(newId(), events, { referrer: 'www.google.com' }), phone),
    analytics.collect(batch(null, events, { referrer: 'www.google.com' }), desktop),
  ]);
  expect(answers).toEqual([{ accepted: 1 }, { accepted: 1 }, { accepted: 1 }]);
  const rows = await stored();
  expect(rows.map(({ device, source }) => [device, source])).toEqual([
    ['desktop', 'unknown'],
    ['phone', 'search'],
    ['desktop', 'unknown'],
  ]);
});

test('an acknowledged batch is committed; what cannot be written is not acknowledged; too much is refused at once', async () => {
  const collected = batch(newId(), [{ type: 'page_view' }]);
  await analytics.collect(collected, desktop);
  expect(await stored()).toHaveLength(1);
  expect(await analytics.collect(collected, desktop)).toEqual({ accepted: 1 });
  expect(await stored()).toHaveLength(1);

  const ports = {
    owners: { sellersOfProducts: () => Promise.reject(new Error('no catalog')) },
    clock,
    currency: 'GBP' as const,
  };
  const small = createCollector(base.db, ports, { mostWaiting: 2, gatherMs: 5 });
  const view = () => batch(null, [{ type: 'product_view', productId: chair }]);
  const [first, second, third] = await Promise.allSettled(
    [view(), view(), view()].map((one) => small.collect(one, desktop)),
  );
  expect(first).toMatchObject({ status: 'rejected', reason: { message: 'no catalog' } });
  expect(second).toMatchObject({ status: 'rejected', reason: { message: 'no catalog' } });
  expect(third).toMatchObject({ status: 'rejected', reason: { reason: 'collector_busy' } });
  // There is room again.
  expect(await small.collect(batch(null, [{ type: 'page_view' }]), desktop)).toEqual({ accepted: 1 });
});

test('the way of a visit is counted once, whatever is repeated, late, or counted by two at once', async () => {
  const [buyer, looker, elsewhere] = [newId(), newId(), newId()];
  const orderId = newId();
  await analytics.collect(batch(buyer, [{ type: 'page_view' }, { type: 'product_view', productId: chair }]), phone);
  await analytics.collect(
    batch(looker, [
      { type: 'product_view', productId: chair },
      { type: 'product_view', productId: lamp },
    ]),
    desktop,
  );
  await analytics.collect(batch(null, [{ type: 'product_view', productId: lamp }]), desktop);
  await analytics.rollUpBehaviour();
  expect((await funnel()).total).toEqual({ visits: 2, viewed: 2, carted: 0, checkedOut: 0, ordered: 0 });

  const rest = batch(buyer, [
    { type: 'add_to_cart', productId: chair },
    { type: 'checkout_started' },
    { type: 'order_placed', orderId },
  ]);
  await analytics.collect(rest, phone);
  await analytics.collect(rest, phone);
  // The day before, told only now; and one that came by a letter.
  await analytics.collect(
    batch(elsewhere, [{ type: 'page_view', at: '2026-06-13T10:00:00Z' }], { campaign: 'newsletter' }),
    phone,
  );
  await Promise.all([analytics.rollUpBehaviour(), analytics.rollUpBehaviour(), analytics.rollUpBehaviour()]);
  const once = await figures();
  await analytics.rollUpBehaviour();
  expect(await figures()).toEqual(once);

  expect(await funnel()).toMatchObject({
    total: { visits: 2, viewed: 2, carted: 1, checkedOut: 1, ordered: 1 },
    before: { visits: 1, viewed: 0 },
  });
  expect((await funnel({ by: 'device' })).rows.map(({ key, ordered }) => [key, ordered])).toEqual([
    ['desktop', 0],
    ['phone', 1],
  ]);
  expect((await funnel({ from: '2026-06-13', to: '2026-06-13', by: 'source' })).rows).toMatchObject([
    { key: 'mail', visits: 1 },
  ]);
  expect((await funnel({ sellerId: ann })).total).toEqual({
    visits: 2,
    viewed: 2,
    carted: 1,
    checkedOut: 1,
    ordered: 1,
  });
  // The buyer never met Bob's lamp: his funnel knows nothing of the order.
  expect((await funnel({ sellerId: bob })).total).toEqual({
    visits: 1,
    viewed: 1,
    carted: 0,
    checkedOut: 0,
    ordered: 0,
  });
  const { rows } = await base.db.pool.query('select order_id, visitor_id from analytics.visit_orders');
  expect(rows).toEqual([{ order_id: orderId, visitor_id: buyer }]);
});

test('in whatever pieces events are counted, the figures are the same', async () => {
  const visits = Array.from({ length: 12 }, () => newId());
  const kinds = [
    'page_view',
    'product_view',
    'add_to_cart',
    'checkout_started',
    'order_placed',
    'rail_shown',
    'search',
  ];
  const events = Array.from({ length: 150 }, (_, index) => ({
    visit: visits[(index * 7) % 12] ?? '',
    agent: index % 3 ? phone : desktop,
    sketch: {
      id: newId(),
      type: kinds[(index * 5) % kinds.length] ?? '',
      at: `2026-06-${index % 4 === 0 ? '13' : '14'}T0${index % 10}:00:00Z`,
      productId: index % 2 ? chair : lamp,
      orderId: newId(),
      rail: 'also-bought',
      query: `Word  ${index % 3}`,
      results: index % 2,
    },
  }));
  for (const { visit, sketch, agent } of events) {
    // The device of a visit is that of its first event of the day; here they must not differ within one.
    await analytics.track({ visitorId: visit, events: batch(visit, [sketch]).events });
    if (agent === phone && sketch.type === 'search') await analytics.rollUpBehaviour();
  }
  await analytics.rollUpBehaviour();
  const inPieces = await figures();
  await base.db.pool.query(
    `truncate analytics.behaviour_progress, analytics.visits, analytics.funnel_days, analytics.product_days, analytics.search_term_days,
       analytics.rail_days, analytics.visit_orders`,
  );
  await analytics.rollUpBehaviour();
  expect(await figures()).toEqual(inPieces);
  expect(inPieces[2]?.map(({ term }) => term)).toContain('word 1');
});

test('an insert under way holds the counting up instead of being skipped', async () => {
  const open = await base.db.pool.connect();
  await open.query('begin');
  await open.query('select pg_advisory_xact_lock_shared(726300)');
  await open.query(
    `insert into analytics.behaviour_events (id, type, at, path) values ($1, 'page_view', '2026-06-14T11:00:00Z', '/')`,
    [newId()],
  );
  await base.db.pool.query(
    `insert into analytics.behaviour_events (id, type, at, path) values ($1, 'page_view', '2026-06-14T11:00:00Z', '/')`,
    [newId()],
  );
  const settled = settledSeq(base.db);
  expect(await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 100, 'waits'))])).toBe('waits');
  await open.query('commit');
  open.release();
  const top = await settled;
  const read = await readBehaviourAfter(base.db, 0, 10);
  expect(read).toHaveLength(2);
  expect(read.at(-1)?.seq).toBe(top);
});

test('products: rates, and what being sold out cost; a seller sees their own', async () => {
  await analytics.recordSales([
    saleRow({ sellerId: ann, productId: chair, revenue: 10_000, units: 2, soldAt: new Date('2026-06-14T10:00:00Z') }),
    saleRow({ sellerId: bob, productId: lamp, revenue: 500, soldAt: new Date('2026-06-14T10:00:00Z') }),
  ]);
  const views = (productId: string, type: string, times: number) =>
    analytics.collect(
      batch(
        null,
        Array.from({ length: times }, () => ({ type, productId })),
      ),
      desktop,
    );
  await views(chair, 'product_view', 10);
  await views(chair, 'stock_out_seen', 4);
  await views(chair, 'add_to_cart', 3);
  await views(chair, 'remove_from_cart', 1);
  await views(newId(), 'product_view', 1);
  await analytics.rollUpBehaviour();
  const actor = { id: newId(), memberships: [{ sellerId: ann }] };
  const input = sellerProductsInput.parse({ ...day, sellerId: ann });
  const { products } = productsOutput.parse(await analytics.sellerProducts(actor, input));
  // One order in ten views; four views of nothing; 5,000 each.
  expect(products).toMatchObject([
    {
      productId: chair,
      title: 'Oak chair',
      views: 10,
      adds: 3,
      removes: 1,
      soldOutViews: 4,
      orders: 1,
      units: 2,
      conversion: 0.1,
      lost: 2000,
    },
  ]);
  await expect(analytics.sellerProducts(actor, { ...input, sellerId: bob })).rejects.toMatchObject({
    reason: 'not_a_member',
  });
  await expect(analytics.shopProducts({ ...input, from: '2026-06-15' })).rejects.toMatchObject({
    reason: 'period_wrong',
  });
  expect((await analytics.shopProducts({ ...input, sellerId: undefined })).products).toHaveLength(2);
});

test('searches and rails', async () => {
  await analytics.collect(
    batch(null, [
      { type: 'search', query: 'Blue  Lamp', results: 3 },
      { type: 'search', query: 'blue lamp', results: 2 },
      { type: 'search_click', query: 'blue lamp', productId: lamp },
      { type: 'search', query: 'unicorn', results: 0 },
      { type: 'rail_shown', rail: 'similar' },
      { type: 'rail_shown', rail: 'similar' },
      { type: 'rail_clicked', rail: 'similar', productId: lamp },
    ]),
    desktop,
  );
  await analytics.rollUpBehaviour();
  const terms = (only: 'all' | 'empty' | 'not-clicked') => analytics.searchTerms({ ...day, only, limit: 10 });
  expect(await terms('all')).toEqual({
    terms: [
      { term: 'blue lamp', searches: 2, empty: 0, clicks: 1 },
      { term: 'unicorn', searches: 1, empty: 1, clicks: 0 },
    ],
  });
  expect((await terms('empty')).terms.map(({ term }) => term)).toEqual(['unicorn']);
  expect((await terms('not-clicked')).terms.map(({ term }) => term)).toEqual(['unicorn']);
  expect(await analytics.rails(day)).toEqual({ rails: [{ rail: 'similar', shown: 2, clicked: 1 }] });
});

test('days are made ahead and take what lay in the rest; old ones go, counts stay', async () => {
  const old = createAnalytics({ db: base.db, owners, currency: 'GBP', clock: fixedClock('2026-03-01T12:00:00Z') });
  const visitor = newId();
  await old.collect(batch(visitor, [{ type: 'page_view', at: '2026-03-01T11:00:00Z' }]), desktop);
  await old.rollUpBehaviour();
  await analytics.collect(batch(visitor, [{ type: 'page_view' }]), desktop);
  const parts = async () =>
    (
      await base.db.pool.query(`select tableoid::regclass::text as part from analytics.behaviour_events order by at`)
    ).rows.map(({ part }) => part.replace('analytics.', ''));
  await base.db.pool.query('drop table if exists analytics.behaviour_events_20260614');
  await analytics.collect(batch(visitor, [{ type: 'page_view' }]), desktop);
  await old.rollUpBehaviour();
  await Promise.all([analytics.rollUpBehaviour(), analytics.rollUpBehaviour()]);
  expect(await parts()).toContain('behaviour_events_20260614');
  const { dropped } = await analytics.dropOldBehaviour();
  expect(dropped).toBeGreaterThan(0);
  expect(await parts()).not.toContain('behaviour_events_20260301');
  expect((await funnel({ from: '2026-03-01', to: '2026-03-01' })).total.visits).toBe(1);
});

test('a person is known by their orders only, and can be forgotten', async () => {
  const [visitor, other, orderId] = [newId(), newId(), newId()];
  await analytics.collect(
    batch(visitor, [
      { type: 'search', query: 'gift for tom', results: 1 },
      { type: 'order_placed', orderId },
    ]),
    desktop,
  );
  await analytics.collect(batch(other, [{ type: 'search', query: 'mug', results: 1 }]), desktop);
  expect(await analytics.behaviourOfPerson([newId()])).toEqual([]);
  expect((await analytics.behaviourOfPerson([orderId])).map(({ type, query }) => [type, query])).toEqual([
    ['search', 'gift for tom'],
    ['order_placed', null],
  ]);
  const before = await funnel();
  expect(await analytics.forgetPerson([orderId])).toBe(1);
  expect(await analytics.forgetPerson([orderId])).toBe(0);
  expect(await analytics.behaviourOfPerson([orderId])).toEqual([]);
  const left = JSON.stringify([await stored(), (await figures()).slice(4)]);
  for (const trace of [visitor, orderId, 'gift for tom']) expect(left).not.toContain(trace);
  expect(left).toContain(other);
  expect(await funnel()).toEqual(before);
});

test('what is told again or late after a person was forgotten does not bring them back', async () => {
  const [visitor, orderId] = [newId(), newId()];
  const visit = batch(visitor, [
    { type: 'product_view', productId: chair },
    { type: 'search', query: 'gift for tom', results: 1 },
    { type: 'order_placed', orderId },
  ]);
  await analytics.collect(visit, desktop);
  // Not counted yet when the erasure comes. Who ordered was at every step before, told or not.
  expect(await analytics.forgetPerson([orderId])).toBe(1);
  const counted = await funnel();
  expect(counted.total).toEqual({ visits: 1, viewed: 1, carted: 1, checkedOut: 1, ordered: 1 });

  await analytics.collect(visit, desktop);
  await analytics.rollUpBehaviour();
  expect(await funnel()).toEqual(counted);
  await analytics.collect(batch(visitor, [{ type: 'search', query: 'wrapping paper', results: 2 }]), desktop);
  await Promise.all([analytics.rollUpBehaviour(), analytics.forgetPerson([orderId])]);
  expect(await analytics.behaviourOfPerson([orderId])).toEqual([]);
  const left = JSON.stringify(await stored());
  for (const trace of [orderId, 'gift for tom']) expect(left).not.toContain(trace);
});

test('the way of a visit counts whatever the order in which its steps arrive', async () => {
  const visitor = newId();
  const told = [
    { type: 'order_placed', orderId: newId(), at: '2026-06-14T11:04:00.000Z' },
    { type: 'checkout_started', at: '2026-06-14T11:03:00.000Z' },
    { type: 'add_to_cart', productId: chair, at: '2026-06-14T11:02:00.000Z' },
    { type: 'product_view', productId: chair, at: '2026-06-14T11:01:00.000Z' },
  ];
  for (const step of told) {
    await analytics.collect(batch(visitor, [step]), desktop);
    await analytics.rollUpBehaviour();
  }
  const whole = { visits: 1, viewed: 1, carted: 1, checkedOut: 1, ordered: 1 };
  expect((await funnel()).total).toEqual(whole);
  expect((await funnel({ sellerId: ann })).total).toEqual(whole);
});
