import { createCart } from '@mallhive/cart';
import { stockReturned, wishesCheaper } from '@mallhive/cart/events';
import { aVariant, fakeVariants } from '@mallhive/cart/testing';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { createIdentity } from '@mallhive/identity';
import { fakePasswords, testMasterKey } from '@mallhive/identity/testing';
import { fixedClock, type Locale, newId } from '@mallhive/kernel';
import { createNotifications } from '@mallhive/notifications';
import { fakeMail } from '@mallhive/notifications/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { twice } from '../orders/testing/shop.ts';
import { handleLowerPrices } from './note-lower-prices.ts';
import { handleReturnedStock } from './note-returned-stock.ts';
import { handleDue } from './send-due.ts';
import { handleDay } from './tell-of-the-day.ts';
import { handleLeftCarts } from './watch-carts.ts';
import { handleChangedPrices } from './watch-prices.ts';

const clock = fixedClock('2026-07-01T12:00:00Z');
const mail = fakeMail();
const variants = fakeVariants();
const web = { shellUrl: 'https://shop.test', sellerUrl: 'https://seller.test', internalSecret: '' };
let base: TestDatabase;
let cart: ReturnType<typeof createCart>;
let identity: ReturnType<typeof createIdentity>;
let dependencies: Pick<WorkflowDependencies, 'identity' | 'catalog' | 'cart' | 'notifications' | 'orders' | 'web'>;
const sold: { days: Awaited<ReturnType<WorkflowDependencies['orders']['sellerDays']>> } = { days: [] };

beforeAll(async () => {
  base = await createTestDatabase();
  const { db } = base;
  identity = createIdentity({ db, master: testMasterKey(), passwords: fakePasswords(), clock, secret: 'x' });
  cart = createCart({ db, variants, currency: 'GBP', clock });
  const notifications = createNotifications({ db, mail, shellUrl: web.shellUrl, clock, timeZone: 'UTC' });
  const catalog = variants as unknown as WorkflowDependencies['catalog'];
  const orders = { sellerDays: async () => sold.days } as unknown as WorkflowDependencies['orders'];
  dependencies = { identity, cart, notifications, catalog, orders, web };
});
afterAll(() => base.close());
beforeEach(async () => {
  // Another day, at noon.
  clock.advance(7 * 86_400_000 - ((clock.now().getTime() - 43_200_000) % 86_400_000));
  mail.mails.clear();
});

async function person(locale: Locale = 'en') {
  const email = `${newId()}@example.test`;
  await identity.register({ email, name: 'Ann Archer', password: 'quiet otters paint fences', locale });
  return { email, userId: (await identity.signIn({ email, password: 'quiet otters paint fences' })).user.id };
}
async function stocked(onHand: number, price = 2_000) {
  const variant = variants.put(aVariant({ title: `Lamp ${newId()}`, unitPrice: { amount: price, currency: 'GBP' } }));
  const sellerId = variant.seller.id;
  await cart.upsertStock([{ ...variant, sellerId, onHand }]);
  const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
  const count = (units: number) => cart.setStock(actor, { sellerId, variantId: variant.variantId, onHand: units });
  return { variant, count };
}
/** The events of a name, and none of them a second time. */
async function events(name: string) {
  const { rows } = await base.db.pool.query('delete from cart.outbox where name = $1 returning id, data, occurred_at', [
    name,
  ]);
  return rows.map(({ id, data, occurred_at }) => ({ id, data, ts: occurred_at.getTime() }));
}
const due = () => handleDue(dependencies, twice, clock.now());
const mailTo = (email: string) => [...mail.mails.values()].filter(({ to }) => to === email);
async function restocked() {
  await cart.watchWaits();
  const returned = await events(stockReturned.name);
  // Said again, late or not, it is told once.
  for (let round = 0; round < 2; round += 1) await handleReturnedStock(dependencies, returned, twice);
}

test('back in stock: one mail for what came back together, in the language of the reader, once', async () => {
  const [ada, bob] = [await person('de'), await person()];
  const [lamp, chair] = [await stocked(0), await stocked(0)];
  for (const { variant } of [lamp, chair]) {
    await cart.waitForStock(ada.userId, { variantId: variant.variantId });
  }
  await cart.waitForStock(bob.userId, { variantId: lamp.variant.variantId });
  await Promise.all([lamp.count(2), chair.count(1)]);
  await restocked();
  await Promise.all([due(), due()]);
  await due();
  const [toAda, ...more] = mailTo(ada.email);
  expect(more).toEqual([]);
  expect(toAda?.subject).toMatch(/^Wieder da: Lamp .* und 1 weitere$/);
  expect(toAda?.text).toContain(`https://shop.test/de/p/${lamp.variant.slug}?variant=${lamp.variant.variantId}`);
  expect(toAda?.headers).toHaveProperty('List-Unsubscribe');
  expect(mailTo(bob.email)).toHaveLength(1);
  expect(mailTo(bob.email)[0]?.text).toContain('£20.00');
});

test('not at night, not when it is gone again by the morning, not when it is not wanted', async () => {
  const [ada, eve, bob] = [await person(), await person(), await person()];
  const { variant, count } = await stocked(0);
  const other = await stocked(0);
  const { variantId } = variant;
  for (const { userId } of [ada, eve]) await cart.waitForStock(userId, { variantId: other.variant.variantId });
  for (const { userId } of [bob, eve]) await cart.waitForStock(userId, { variantId });
  await dependencies.notifications.setPreferences(
    { userId: eve.userId, sells: false },
    { changes: [{ kind: 'wishlist', channel: 'email', wanted: false }] },
  );
  clock.advance(11 * 3_600_000);
  await Promise.all([count(1), other.count(1)]);
  await restocked();
  expect(await due()).toEqual({ sent: 0 });
  clock.advance(8 * 3_600_000);
  expect(await due()).toEqual({ sent: 0 });
  await count(0);
  clock.advance(3_600_000);
  await due();
  expect(mailTo(ada.email)).toHaveLength(1);
  expect([...mailTo(bob.email), ...mailTo(eve.email)]).toEqual([]);
});

test('cheaper: the drops of an hour in one mail, with what it was; not when it is dearer again', async () => {
  const [ada, bob] = [await person(), await person()];
  const [lamp, chair] = [await stocked(3), await stocked(3, 5_000)];
  for (const { variant } of [lamp, chair]) await cart.addWish(ada.userId, { variantId: variant.variantId });
  await cart.addWish(bob.userId, { variantId: lamp.variant.variantId });
  const changed = async ({ variant }: typeof lamp, price: number) => {
    variants.put({ ...variant, unitPrice: { amount: price, currency: 'GBP' } });
    const { productId, slug } = variant;
    const data = { productId, slug, previousSlug: null, sellerSlug: 's', categoryPaths: [], status: 'published' };
    await handleChangedPrices(dependencies, [{ data }, { data }]);
    const drops = await events(wishesCheaper.name);
    for (let round = 0; round < 2; round += 1) await handleLowerPrices(dependencies, drops, twice);
  };
  await changed(lamp, 1_900);
  await changed(lamp, 1_500);
  await changed(chair, 4_000);
  expect(await due()).toEqual({ sent: 0 });
  clock.advance(3_600_000);
  await due();
  expect(mailTo(ada.email)).toHaveLength(1);
  expect(mailTo(ada.email)[0]?.text).toContain('before £20.00');
  expect(mailTo(ada.email)[0]?.text).toContain('£15.00');
  expect(mailTo(ada.email)[0]?.text).toContain('£40.00');
  expect(mailTo(bob.email)).toHaveLength(1);
  mail.mails.clear();
  await changed(lamp, 1_000);
  await changed(lamp, 1_600);
  clock.advance(26 * 3_600_000);
  await due();
  expect(mailTo(bob.email)).toEqual([]);
});

test('a cart that was left: only to who asked for offers, once, and not when it was touched or bought meanwhile', async () => {
  const [ada, bob, eve] = [await person('fr'), await person(), await person()];
  const wants = ({ userId }: typeof ada) =>
    dependencies.notifications.setPreferences(
      { userId, sells: false },
      { changes: [{ kind: 'offers', channel: 'email', wanted: true }] },
    );
  await Promise.all([wants(ada), wants(eve)]);
  const { variant } = await stocked(9);
  const put = ({ userId }: typeof ada) =>
    cart.addItem({ userId, cartToken: null }, { variantId: variant.variantId, quantity: 2 });
  for (const one of [ada, bob, eve]) await put(one);
  expect(await handleLeftCarts(dependencies, twice, clock.now())).toEqual({ held: 0 });
  clock.advance(5 * 3_600_000);
  for (let round = 0; round < 2; round += 1) await handleLeftCarts(dependencies, twice, clock.now());
  await put(eve);
  await due();
  clock.advance(60_000);
  await due();
  expect([...mailTo(bob.email), ...mailTo(eve.email)]).toEqual([]);
  const [toAda, ...more] = mailTo(ada.email);
  expect(more).toEqual([]);
  expect(toAda?.text).toMatch(/40,00\s£/);
  const token = decodeURIComponent(/\/fr\/cart\?restore=(\S+)/.exec(toAda?.text ?? '')?.[1] ?? '');
  const { cart: there } = await cart.restore({ userId: null, cartToken: null }, { token });
  expect(there.lines).toMatchObject([{ variantId: variant.variantId, quantity: 2 }]);
});

test('the day of a shop: to its people in the morning, once, for each shop of theirs', async () => {
  const email = `${newId()}@example.test`;
  const names = ['north', 'south'].map((name) => `${name}-${newId().slice(-6)}`);
  const ids = await identity.upsertSellers(names.map((slug) => ({ slug, name: slug })));
  const memberships = names.map((sellerSlug) => ({ sellerSlug, role: 'owner' as const }));
  await identity.upsertUsers([{ email, name: 'Olive', password: 'quiet otters paint fences', memberships }]);
  sold.days = names.map((slug, index) => ({
    sellerId: ids.get(slug) ?? '',
    orders: 3 + index,
    sales: [{ amount: 12_345, currency: 'GBP' }],
    toPack: 2,
    returns: 1,
  }));
  clock.advance(16 * 3_600_000);
  for (let round = 0; round < 2; round += 1) await handleDay(dependencies, twice, clock.now());
  await due();
  expect(mailTo(email)).toEqual([]);
  clock.advance(4 * 3_600_000);
  await due();
  await due();
  const mails = mailTo(email);
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    `${names[0]}: 3 orders yesterday`,
    `${names[1]}: 4 orders yesterday`,
  ]);
  expect(mails[0]?.text).toContain('£123.45');
});
