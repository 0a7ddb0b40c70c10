import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CartFacade, createCart } from './index.ts';
import { aVariant, fakeVariants } from './testing.ts';

let test: TestDatabase;
let cart: CartFacade;
const clock = fixedClock('2026-03-01T10:00:00Z');
const variants = fakeVariants();

beforeAll(async () => {
  test = await createTestDatabase();
  cart = createCart({ db: test.db, variants, currency: 'GBP', clock });
});
afterAll(() => test.close());

/** The ledger is right after every test. */
afterEach(async () => {
  const { rows } = await test.db.pool.query(`
    select l.variant_id from cart.stock_levels l
    where l.on_hand <> (select coalesce(sum(delta), 0) from cart.stock_movements m
        where (m.variant_id, m.location_id) = (l.variant_id, l.location_id))`);
  expect(rows).toEqual([]);
});

async function shop(onHand = 10) {
  const sellerId = newId();
  const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
  const variant = variants.put(aVariant({ seller: { id: sellerId, slug: 's', name: 'S' } }));
  if (onHand > 0) await cart.upsertStock([{ ...variant, sellerId, onHand }]);
  const { locations } = await cart.createLocation(actor, { sellerId, name: 'Barn' });
  const [main, barn] = locations;
  if (!main || !barn) throw new Error('two locations expected');
  const ids = { sellerId, variantId: variant.variantId };
  const by = (delta: number, locationId = main.id, changeId = newId()) =>
    cart.adjustStock(actor, {
      ...ids,
      changeId,
      locationId,
      change: { kind: 'by', delta },
      reason: 'received',
      note: '',
    });
  const move = (quantity: number, from = main.id, to = barn.id, transferId = newId()) =>
    cart.transferStock(actor, { ...ids, transferId, fromId: from, toId: to, quantity, note: '' });
  const levels = async () => {
    const { items } = await cart.inventory(actor, { sellerId, state: 'all', limit: 50 });
    const own = items.find(({ variantId }) => variantId === variant.variantId);
    return Object.fromEntries(
      own?.levels.map((level) => [level.locationId === main.id ? 'main' : 'barn', level.onHand]) ?? [],
    );
  };
  return { sellerId, actor, variant, main, barn, ids, by, move, levels };
}
const stranger = () => {
  const sellerId = newId();
  return { sellerId, actor: { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] } };
};

describe('locations', () => {
  it('are made, renamed and closed by owners and managers; the rest is refused in words', async () => {
    const { sellerId, actor, main, barn, move } = await shop();
    const packer = { id: newId(), memberships: [{ sellerId, role: 'fulfilment' as const }] };
    await expect(cart.createLocation(packer, { sellerId, name: 'X' })).rejects.toMatchObject({
      reason: 'role_too_low',
    });
    await expect(cart.createLocation(actor, { sellerId, name: 'bARN' })).rejects.toMatchObject({
      reason: 'location_name_taken',
    });
    await expect(cart.updateLocation(actor, { sellerId, locationId: main.id, active: false })).rejects.toMatchObject({
      reason: 'location_is_main',
    });
    await expect(cart.updateLocation(actor, { sellerId, locationId: newId(), name: 'Y' })).rejects.toMatchObject({
      reason: 'location_not_found',
    });
    const other = stranger();
    await expect(
      cart.updateLocation(other.actor, { sellerId: other.sellerId, locationId: barn.id, name: 'Mine' }),
    ).rejects.toMatchObject({ reason: 'location_not_found' });
    await move(1);
    await expect(cart.updateLocation(actor, { sellerId, locationId: barn.id, active: false })).rejects.toMatchObject({
      reason: 'location_holds_stock',
    });
    await move(1, barn.id, main.id);
    const { locations } = await cart.updateLocation(actor, {
      sellerId,
      locationId: barn.id,
      name: 'Old barn',
      active: false,
    });
    expect(locations).toMatchObject([
      { main: true, active: true, units: 10 },
      { name: 'Old barn', active: false, units: 0 },
    ]);
    await expect(move(1)).rejects.toMatchObject({ reason: 'location_closed' });
    const { rows } = await test.db.pool.query(
      'select action, actor_kind from cart.audit_entries where seller_id = $1',
      [sellerId],
    );
    // The clock of this test stands still, so the entries have no order among themselves.
    expect(rows.map(({ action }) => action).sort()).toEqual([
      'stock-location.create',
      'stock-location.update',
      'stock.transfer',
      'stock.transfer',
    ]);
  });
});

describe('adjusting', () => {
  it('refuses what cannot be, and changes nothing then', async () => {
    const { sellerId, actor, variant, main, ids, by, levels } = await shop(3);
    await expect(by(-4)).rejects.toMatchObject({ reason: 'stock_negative' });
    await expect(by(1_000_000)).rejects.toMatchObject({ reason: 'stock_too_many' });
    await cart.reserve({
      checkoutId: newId(),
      cartId: null,
      expiresAt: new Date(clock.now().getTime() + 60_000),
      lines: [{ variantId: variant.variantId, quantity: 2 }],
    });
    await expect(by(-2)).rejects.toMatchObject({ reason: 'stock_reserved', details: { reserved: 2 } });
    const other = stranger();
    const change = { kind: 'set', onHand: 9 } as const;
    const rest = { changeId: newId(), change, reason: 'count', note: '' } as const;
    await expect(
      cart.adjustStock(other.actor, { ...ids, ...rest, sellerId: other.sellerId, locationId: main.id }),
    ).rejects.toMatchObject({ reason: 'stock_not_found' });
    const [theirs] = (await cart.stockLocations(other.actor, { sellerId: other.sellerId })).locations;
    await expect(
      cart.adjustStock(other.actor, { ...ids, ...rest, sellerId: other.sellerId, locationId: theirs?.id ?? '' }),
    ).rejects.toMatchObject({ reason: 'stock_not_found' });
    await expect(
      cart.adjustStock(actor, { ...ids, ...rest, sellerId: newId(), locationId: main.id }),
    ).rejects.toThrow();
    expect(await levels()).toEqual({ main: 3 });
    expect(await cart.stock(actor, { sellerId, variantIds: [variant.variantId] })).toMatchObject({
      levels: [{ onHand: 3, reserved: 2, available: 1 }],
    });
  });

  it('happens once for one id, also when it is sent many times at once', async () => {
    const { by, levels, main } = await shop(1);
    const changeId = newId();
    await Promise.all(Array.from({ length: 6 }, () => by(5, main.id, changeId)));
    expect(await levels()).toEqual({ main: 6 });
  });

  it('begins the stock of a variant that never had any, when the catalog says it is the seller’s', async () => {
    const { by, levels, barn, sellerId, actor } = await shop(0);
    expect(await by(4, barn.id)).toMatchObject({ level: { onHand: 4, available: 4 } });
    expect(await levels()).toEqual({ barn: 4 });
    const foreign = variants.put(aVariant());
    await expect(cart.setStock(actor, { sellerId, variantId: foreign.variantId, onHand: 1 })).rejects.toMatchObject({
      reason: 'stock_not_found',
    });
  });

  it('is told to the catalog and kept in a history that only the seller reads', async () => {
    const { by, actor, ids, variant } = await shop(2);
    clock.advance(1000);
    await by(3);
    clock.advance(1000);
    await by(-1);
    const first = await cart.stockMovements(actor, { ...ids, limit: 2 });
    expect(first.movements.map(({ delta, byPerson }) => [delta, byPerson])).toEqual([
      [-1, true],
      [3, true],
    ]);
    const second = await cart.stockMovements(actor, { ...ids, limit: 2, cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({ movements: [{ delta: 2, reason: 'initial', byPerson: false }], nextCursor: null });
    const other = stranger();
    expect(
      await cart.stockMovements(other.actor, { sellerId: other.sellerId, variantId: variant.variantId, limit: 5 }),
    ).toEqual({ movements: [], nextCursor: null });
    const { rows } = await test.db.pool.query(
      `select (l->>'available')::int as available from cart.outbox, jsonb_array_elements(data->'levels') l
       where l->>'variantId' = $1 order by (l->>'version')::int`,
      [variant.variantId],
    );
    expect(rows.map(({ available }) => available)).toEqual([2, 5, 4]);
  });
});

describe('transfers', () => {
  it('move what is free and nothing that is reserved, once', async () => {
    const { variant, move, levels, main, barn } = await shop(5);
    await cart.reserve({
      checkoutId: newId(),
      cartId: null,
      expiresAt: new Date(clock.now().getTime() + 60_000),
      lines: [{ variantId: variant.variantId, quantity: 2 }],
    });
    await expect(move(4)).rejects.toMatchObject({ reason: 'stock_lacking', details: { available: 3 } });
    const transferId = newId();
    await Promise.all(Array.from({ length: 4 }, () => move(3, main.id, barn.id, transferId)));
    expect(await levels()).toEqual({ main: 2, barn: 3 });
    await expect(move(1, main.id, newId())).rejects.toMatchObject({ reason: 'stock_not_found' });
  });

  it('to and fro at once lose and make nothing, and do not deadlock', async () => {
    const { move, levels, main, barn } = await shop(20);
    await move(10);
    await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => (index % 2 ? move(1) : move(1, barn.id, main.id))),
    );
    const { main: left = 0, barn: right = 0 } = await levels();
    expect(left + right).toBe(20);
    const { rows } = await test.db.pool.query(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
    );
    expect(rows).toEqual([{ deadlocks: 0 }]);
  });

  it('cannot fill a location that is being closed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { sellerId, actor, move, barn } = await shop(2);
      await Promise.allSettled([
        move(1),
        cart.updateLocation(actor, { sellerId, locationId: barn.id, active: false }),
        move(1),
      ]);
      const { locations } = await cart.stockLocations(actor, { sellerId });
      const after = locations.find(({ id }) => id === barn.id);
      expect(after?.active === false && after.units > 0).toBe(false);
    }
  });
});

describe('the inventory', () => {
  it('pages and filters by what is left', async () => {
    const { sellerId, actor } = await shop(0);
    const put = async (onHand: number) => {
      const variant = variants.put(
        aVariant({ seller: { id: sellerId, slug: 's', name: 'S' }, title: `Has ${onHand}` }),
      );
      await cart.upsertStock([{ ...variant, sellerId, onHand }]);
      return variant;
    };
    const all = [await put(0), await put(5), await put(6)];
    const read = (extra: object) => cart.inventory(actor, { sellerId, state: 'all', limit: 50, ...extra });
    const [out, low, plenty] = await Promise.all([
      read({ state: 'out' }),
      read({ state: 'low' }),
      read({ state: 'in' }),
    ]);
    expect([out, low, plenty].map(({ items }) => items.map(({ title }) => title))).toEqual([
      ['Has 0'],
      ['Has 5'],
      ['Has 6'],
    ]);
    expect(out.counts).toEqual({ all: 3, out: 1, low: 1, in: 1 });
    const first = await read({ limit: 2 });
    const second = await read({ limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ variantId }) => variantId).toSorted()).toEqual(
      all.map(({ variantId }) => variantId).toSorted(),
    );
    expect(second.nextCursor).toBeNull();
    expect((await read({ productIds: [all[1]?.productId] })).items).toMatchObject([{ title: 'Has 5', available: 5 }]);
  });
});
