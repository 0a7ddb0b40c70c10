import { createMailbox } from '@mallhive/adapter-mailbox';
import { createAnalytics } from '@mallhive/analytics';
import { createCart } from '@mallhive/cart';
import { aVariant, fakeVariants } from '@mallhive/cart/testing';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { createIdentity, type Identity } from '@mallhive/identity';
import { fakePasswords, testMasterKey } from '@mallhive/identity/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { createNotifications } from '@mallhive/notifications';
import { createOrders } from '@mallhive/orders';
import { aHistoricOrder, fakeCarts, fakePayments } from '@mallhive/orders/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { handleExport } from './collect-export.ts';
import { handleErasure } from './erase-person.ts';

const clock = fixedClock('2026-03-01T10:00:00Z');
const day = 86_400_000;
const ann = { email: 'ann@example.com', name: 'Ann Archer', password: 'a long password' };
let base: TestDatabase;
let identity: Identity;
let orders: ReturnType<typeof createOrders>;
let analytics: ReturnType<typeof createAnalytics>;
let cart: ReturnType<typeof createCart>;
let notifications: ReturnType<typeof createNotifications>;
const variants = fakeVariants();
const forgotten: string[] = [];

beforeAll(async () => {
  base = await createTestDatabase();
  const { db } = base;
  const query = async <Row>(text: string, values: readonly unknown[]): Promise<Row[]> =>
    (await db.pool.query(text, [...values])).rows;
  identity = createIdentity({ db, master: testMasterKey(), passwords: fakePasswords(), clock, secret: 'x' });
  cart = createCart({ db, variants, currency: 'GBP', clock });
  analytics = createAnalytics({
    db,
    owners: { sellersOfProducts: async () => new Map() },
    currency: 'GBP',
    clock,
  });
  orders = createOrders({
    db,
    cart: fakeCarts(),
    payments: fakePayments(),
    currency: 'GBP',
    accessTokenSecret: 'a secret for tests of 32 characters',
    clock,
  });
  notifications = createNotifications({
    db,
    mail: createMailbox({ query }).channel,
    links: async () => null,
    shellUrl: 'https://shop.test',
    clock,
  });
});
afterAll(() => base.close());

let userId: string;
let visitorId: string;
beforeEach(async () => {
  forgotten.length = 0;
  await base.db.pool.query(
    'truncate identity.users, identity.erasures, identity.outbox, orders.orders, cart.carts, cart.wishlist_items, notifications.messages cascade',
  );
  userId = (await identity.upsertUsers([ann])).get(ann.email) ?? '';
  await orders.importOrders([
    aHistoricOrder({ userId, email: ann.email }),
    aHistoricOrder({ userId: null, email: 'ANN@example.com' }),
    aHistoricOrder({ userId: null, email: 'bob@example.com' }),
  ]);
  const { rows } = await base.db.pool.query('select id from orders.orders where user_id = $1', [userId]);
  visitorId = newId();
  await analytics.track({
    visitorId,
    events: [
      { id: newId(), type: 'search', at: clock.now().toISOString(), path: '/search', query: 'a gift', results: 3 },
      { id: newId(), type: 'order_placed', at: clock.now().toISOString(), path: '/', orderId: rows[0].id },
    ],
  });
  const variant = variants.put(aVariant());
  await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand: 5 }]);
  await cart.addItem({ userId, cartToken: null }, { variantId: variant.variantId, quantity: 1 });
  await cart.addWish(userId, { variantId: variant.variantId });
  await notifications.setPreferences(
    { userId, sells: false },
    { changes: [{ kind: 'reviews', channel: 'email', wanted: false }] },
  );
  await notifications.queue([
    {
      key: `welcome:${userId}`,
      template: 'welcome',
      to: { email: ann.email, userId },
      data: { name: 'Ann', shopUrl: 'x' },
    },
  ]);
});

const dependencies = () => ({
  identity,
  orders,
  cart,
  notifications,
  analytics,
  catalog: {
    reviewsOfPerson: async () => [],
    anonymiseReviews: async (id: string) => forgotten.push(id),
  },
  payments: {
    saved: {
      list: async () => [{ provider: 'stripe', id: 'pm_1', label: 'Visa 4242', expires: '08/31' }],
      forgetPerson: async (id: string) => forgotten.push(`cards of ${id}`),
    },
    giftCards: {
      creditOfPerson: async () => [{ currency: 'GBP', balance: 500, movements: [] }],
      forgetPerson: async (id: string) => forgotten.push(`credit of ${id}`),
    },
  },
  search: {
    forgetPerson: async (id: string) => forgotten.push(`rails of ${id}`),
    recommendationsOfPerson: async () => ({ computedAt: new Date(), products: ['Oak chair'] }),
  },
  web: { shellUrl: 'https://shop.test', sellerUrl: 'https://seller.test', internalSecret: '' },
});
type Dependencies = Parameters<typeof handleErasure>[0];

class Killed extends Error {}

/** Steps as an executor keeps them: what a step answered is known in the next run; the process may die before it is kept. */
function executor() {
  const kept = new Map<string, unknown>();
  let left = Number.POSITIVE_INFINITY;
  return {
    kept,
    dieAfter: (steps: number) => {
      left = steps;
    },
    steps: {
      run: async (id: string, work: () => Promise<unknown>) => {
        if (kept.has(id)) return kept.get(id);
        const value = await work();
        left -= 1;
        if (left === 0) throw new Killed();
        kept.set(id, value);
        return value;
      },
      sleepUntil: async (_id: string, time: Date) => {
        clock.advance(Math.max(0, time.getTime() - clock.now().getTime()));
      },
    },
  };
}

async function requested() {
  const { sessionId } = await identity.signIn(ann);
  await identity.requestErasure({ userId, sessionId });
  const row = await base.db.prisma.identityOutbox.findFirstOrThrow({ where: { name: 'identity/erasure.requested' } });
  return { data: row.data };
}
const personal = async (): Promise<string> => {
  const tables = [
    'orders.orders',
    'orders.shipments',
    'cart.carts',
    'cart.wishlist_items',
    'notifications.messages',
    'notifications.preferences',
    'identity.users',
    'analytics.visit_orders',
    'analytics.behaviour_events',
  ];
  const rows = await Promise.all(tables.map((table) => base.db.pool.query(`select * from ${table}`)));
  return JSON.stringify(rows.map(({ rows: found }) => found));
};

test('the person goes, the books stay: killed after every single step, the next run finishes', async () => {
  const event = await requested();
  const before = await base.db.prisma.order.aggregate({ _sum: { total: true, tax: true }, _count: true });
  const { steps, kept, dieAfter } = executor();
  let deaths = 0;
  for (let finished = false; !finished; ) {
    dieAfter(1);
    const sizeBefore = kept.size;
    // A step that was done but not kept is done again.
    await handleErasure(dependencies() as unknown as Dependencies, event, steps).then(
      () => {
        finished = true;
      },
      async (error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        deaths += 1;
        dieAfter(2);
        await handleErasure(dependencies() as unknown as Dependencies, event, steps).catch((again: unknown) => {
          if (!(again instanceof Killed)) throw again;
        });
        expect(kept.size).toBeGreaterThan(sizeBefore);
      },
    );
  }
  expect(deaths).toBeGreaterThan(5);
  expect(await base.db.prisma.order.aggregate({ _sum: { total: true, tax: true }, _count: true })).toEqual(before);
  const left = await personal();
  expect(left).not.toMatch(/ann@example|Ann Archer/i);
  expect(left).not.toContain(userId);
  expect(left).not.toContain(visitorId);
  expect(left).not.toContain('a gift');
  expect(left).toContain('bob@example.com');
  expect(forgotten).toContain(userId);
  expect(forgotten).toContain(`credit of ${userId}`);
  expect(forgotten).toContain(`rails of ${userId}`);
  expect(await identity.contact(userId)).toBeNull();
  // The last word was handed over once, although its step ran twice.
  const mails = await base.db.pool.query(`select id from mailbox.mails where subject = 'Your account is deleted'`);
  expect(mails.rows).toHaveLength(1);
});

test('cancelled in time nothing happens, even if the run wakes up', async () => {
  const event = await requested();
  await identity.cancelErasure(userId);
  const { steps } = executor();
  expect(await handleErasure(dependencies() as unknown as Dependencies, event, steps)).toEqual({ outcome: 'stopped' });
  expect(await identity.contact(userId)).not.toBeNull();
  expect(await personal()).toContain('ann@example.com');
});

test('what is bought and not yet sent is waited for', async () => {
  const event = await requested();
  await base.db.pool.query(`update orders.orders set status = 'paid' where user_id = $1`, [userId]);
  const { steps, kept } = executor();
  const sleep = steps.sleepUntil;
  steps.sleepUntil = async (id, time) => {
    if (id === 'until-sent-3')
      await base.db.pool.query(`update orders.orders set status = 'shipped' where user_id = $1`, [userId]);
    await sleep(id, time);
  };
  expect(await handleErasure(dependencies() as unknown as Dependencies, event, steps)).toEqual({ outcome: 'erased' });
  expect([...kept.keys()].filter((id) => id.startsWith('orders-on-their-way'))).toHaveLength(4);
});

test('the export holds what every domain knows, and is announced once however often the job runs', async () => {
  const { sessionId } = await identity.signIn(ann);
  const { export: wanted } = await identity.requestExport({ userId, sessionId });
  const event = { data: { exportId: wanted.id, userId } };
  const crashed = executor();
  crashed.dieAfter(1);
  const run = (steps: ReturnType<typeof executor>['steps']) =>
    handleExport(dependencies() as unknown as Parameters<typeof handleExport>[0], event, steps);
  await expect(run(crashed.steps)).rejects.toThrow(Killed);
  await run(crashed.steps);
  await run(executor().steps);
  const file = JSON.parse((await identity.dataExport(userId, wanted.id)).content);
  expect(file).toMatchObject({
    profile: { name: ann.name },
    carts: [{ lines: [{ quantity: 1 }] }],
    wishlist: [{ price: 2_500, currency: 'GBP' }],
    promotions: [],
    credit: [{ currency: 'GBP', balance: 500 }],
    messages: [{ template: 'welcome' }],
    messageSettings: [{ kind: 'reviews', channel: 'email', wanted: false }],
  });
  expect(file.orders).toHaveLength(2);
  expect(file.visits).toMatchObject([{ query: 'a gift' }, { type: 'order_placed' }]);
  const ready = await base.db.prisma.message.findMany({ where: { template: 'data-export-ready', channel: 'email' } });
  expect(ready).toHaveLength(1);
  clock.advance(day);
});
