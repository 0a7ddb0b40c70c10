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

/** Holds after every test, of every level by itself: the ledger, what is held, and that nothing was saved by a retry. */
afterEach(async () => {
  const { rows } = await test.db.pool.query(`
    select l.* from cart.stock_levels l
    where l.on_hand <> (select coalesce(sum(delta), 0) from cart.stock_movements m
        where (m.variant_id, m.location_id) = (l.variant_id, l.location_id))
      or l.reserved <> (select coalesce(sum(quantity), 0) from cart.reservations r
        where (r.variant_id, r.location_id) = (l.variant_id, l.location_id) and r.status = 'active')`);
  expect(rows).toEqual([]);
  const { rows: stats } = await test.db.pool.query(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  expect(stats).toEqual([{ deadlocks: 0 }]);
});

/** A variant with so many on hand at the main location, the barn and the van. */
async function shop(...onHand: number[]) {
  const sellerId = newId();
  const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
  const variant = variants.put(aVariant({ seller: { id: sellerId, slug: 's', name: 'S' } }));
  const { variantId } = variant;
  await cart.stockLocations(actor, { sellerId });
  await cart.createLocation(actor, { sellerId, name: 'Barn' });
  const { locations } = await cart.createLocation(actor, { sellerId, name: 'Van' });
  const [main, barn, van] = locations.map(({ id }) => id);
  if (!main || !barn || !van) throw new Error('three locations expected');
  const adjust = (locationId: string, delta: number) =>
    cart.adjustStock(actor, {
      ...{ sellerId, variantId, locationId, changeId: newId(), note: '' },
      change: { kind: 'by', delta },
      reason: 'received',
    });
  for (const [index, locationId] of [main, barn, van].entries()) {
    const units = onHand[index] ?? 0;
    if (units > 0) await adjust(locationId, units);
  }
  /** On hand and reserved of each. */
  const levels = async () => {
    const { rows } = await test.db.pool.query(
      'select location_id, on_hand, reserved from cart.stock_levels where variant_id = $1',
      [variantId],
    );
    const by = new Map(rows.map((row) => [row.location_id, [row.on_hand, row.reserved]]));
    return [main, barn, van].map((id) => by.get(id) ?? null);
  };
  const state = (available: number) => ({ ...variant, sellerId, available });
  return { sellerId, actor, variant, variantId, main, barn, van, levels, state };
}
const reserve = (checkoutId: string, ...lines: [string, number][]) =>
  cart.reserve({
    checkoutId,
    cartId: null,
    expiresAt: new Date(clock.now().getTime() + 60_000),
    lines: lines.map(([variantId, quantity]) => ({ variantId, quantity })),
  });

describe('a line from several locations', () => {
  it('is refused as a whole when all of them together have too few, and says how many they have', async () => {
    const { variantId, levels } = await shop(2, 3, 1);
    expect(await reserve(newId(), [variantId, 7])).toEqual({ ok: false, lacking: [{ variantId, available: 6 }] });
    expect(await levels()).toEqual([
      [2, 0],
      [3, 0],
      [1, 0],
    ]);
  });

  it('comes from one location where one has enough, else from the fullest first', async () => {
    const { variantId, levels } = await shop(2, 5, 3);
    await reserve(newId(), [variantId, 5]);
    expect(await levels()).toEqual([
      [2, 0],
      [5, 5],
      [3, 0],
    ]);
    await reserve(newId(), [variantId, 4]);
    expect(await levels()).toEqual([
      [2, 1],
      [5, 5],
      [3, 3],
    ]);
  });

  it('goes back to where it was taken, and is sold from there', async () => {
    const { variantId, levels } = await shop(4, 3, 2);
    const [given, sold] = [newId(), newId()];
    await reserve(given, [variantId, 6]);
    expect(await cart.release(given)).toBe(1);
    expect(await levels()).toEqual([
      [4, 0],
      [3, 0],
      [2, 0],
    ]);
    await reserve(sold, [variantId, 8]);
    const replies = await Promise.all(Array.from({ length: 4 }, () => cart.commit(sold)));
    expect(replies.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1);
    expect(await levels()).toEqual([
      [0, 0],
      [0, 0],
      [1, 0],
    ]);
    const { rows } = await test.db.pool.query(
      "select delta from cart.stock_movements where reason = 'sale' and variant_id = $1 order by delta",
      [variantId],
    );
    expect(rows.map(({ delta }) => delta)).toEqual([-4, -3, -1]);
  });

  it('is offered in the cart with all of them, and stays free for its own checkout', async () => {
    const { variantId } = await shop(2, 2);
    const owner = { userId: newId(), cartToken: null };
    const { cart: mine } = await cart.addItem(owner, { variantId, quantity: 4 });
    const checkoutId = newId();
    const expiresAt = new Date(clock.now().getTime() + 60_000);
    const lines = [{ variantId, quantity: 4 }];
    expect(await cart.reserve({ checkoutId, cartId: mine.id, lines, expiresAt })).toEqual({ ok: true });
    expect((await cart.get(owner)).cart.lines).toMatchObject([{ quantity: 4, availableQuantity: 4 }]);
    expect((await cart.get(owner)).cart.purchasable).toBe(true);
  });

  it('is replaced by other lines without a trace of the places it was in', async () => {
    const { variantId, levels, main, barn, actor, sellerId } = await shop(3, 2);
    const checkoutId = newId();
    await reserve(checkoutId, [variantId, 5]);
    await reserve(checkoutId, [variantId, 1]);
    expect(await levels()).toEqual([[3, 1], [2, 0], null]);
    await cart.release(checkoutId);
    await cart.transferStock(actor, {
      ...{ sellerId, variantId, transferId: newId(), note: '' },
      fromId: main,
      toId: barn,
      quantity: 3,
    });
    await reserve(checkoutId, [variantId, 2]);
    expect(await cart.commit(checkoutId)).toMatchObject({ outcome: 'committed' });
    expect(await levels()).toEqual([[0, 0], [3, 0], null]);
  });

  it('that ran out before the payment came is taken from wherever it is by then', async () => {
    const { variantId, levels, main, van, actor, sellerId } = await shop(3, 0, 1);
    const checkoutId = newId();
    await reserve(checkoutId, [variantId, 3]);
    await cart.release(checkoutId);
    await cart.transferStock(actor, {
      ...{ sellerId, variantId, transferId: newId(), note: '' },
      fromId: main,
      toId: van,
      quantity: 2,
    });
    const other = newId();
    await reserve(other, [variantId, 2]);
    expect(await cart.commit(checkoutId)).toMatchObject({ outcome: 'lacking', lacking: [{ variantId, available: 2 }] });
    await cart.release(other);
    expect(await cart.commit(checkoutId)).toMatchObject({ outcome: 'committed' });
    expect(await levels()).toEqual([[1, 0], null, [0, 0]]);
  });
});

describe('races', () => {
  it('two hundred shoppers for the last units of three locations: none too many, none left over', async () => {
    const [one, two] = [await shop(20, 15, 10), await shop(9, 8, 7)];
    const left = async () => {
      const { rows } = await test.db.pool.query(
        'select sum(on_hand)::int as units, sum(reserved)::int as held from cart.stock_levels where variant_id = any($1)',
        [[one.variantId, two.variantId]],
      );
      return rows[0];
    };
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const id = newId();
        const lines: [string, number][] = [
          [one.variantId, 1 + (index % 3)],
          [two.variantId, 1],
        ];
        const wanted = index % 2 ? lines.reverse() : lines;
        const { ok } = await reserve(id, ...(index % 5 === 0 ? [[one.variantId, 1] as [string, number]] : wanted));
        // Half of those who got something pay, the rest give it back; some do both at once.
        if (ok && index % 4 !== 1) await Promise.all([cart.commit(id), index % 8 === 2 ? cart.release(id) : null]);
        if (ok && index % 4 === 1) await cart.release(id);
        return ok;
      }),
    );
    expect(outcomes.filter(Boolean).length).toBeGreaterThan(20);
    expect((await left()).held).toBe(0);
    // Shoppers who take one each empty every location to the last unit.
    for (const { variantId } of [one, two]) {
      const { rows } = await test.db.pool.query(
        'select sum(on_hand)::int as units from cart.stock_levels where variant_id = $1',
        [variantId],
      );
      const units: number = rows[0].units;
      const replies = await Promise.all(Array.from({ length: units + 20 }, () => reserve(newId(), [variantId, 1])));
      expect(replies.filter(({ ok }) => ok)).toHaveLength(units);
    }
    const { units, held } = await left();
    expect(held).toBe(units);
  });

  it('units that travel between locations meanwhile are neither lost nor sold twice', async () => {
    const { variantId, actor, sellerId, main, barn } = await shop(10, 10);
    const replies = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        if (index % 3 > 0) return reserve(newId(), [variantId, 1]);
        const [fromId, toId] = index % 2 ? [main, barn] : [barn, main];
        const transferId = newId();
        await cart
          .transferStock(actor, { sellerId, variantId, transferId, fromId, toId, quantity: 2, note: '' })
          .catch((error) => expect(error).toMatchObject({ reason: 'stock_lacking' }));
        return null;
      }),
    );
    expect(replies.filter((reply) => reply?.ok)).toHaveLength(20);
  });
});

describe('a file that states what can be sold', () => {
  it('leaves what is being paid for out of it, over all locations, and counts once', async () => {
    const { variantId, levels, state } = await shop(5, 4);
    await reserve(newId(), [variantId, 7]);
    expect(await levels()).toEqual([[5, 5], [4, 2], null]);
    // As it was exported: nothing changes.
    expect(await cart.countAvailable(newId(), [state(2)])).toBe(0);
    const countId = newId();
    expect(await cart.countAvailable(countId, [state(6)])).toBe(1);
    expect(await levels()).toEqual([[9, 5], [4, 2], null]);
    await reserve(newId(), [variantId, 3]);
    expect(await cart.countAvailable(countId, [state(6)])).toBe(0);
    expect(await levels()).toEqual([[9, 8], [4, 2], null]);
    // Fewer: from the main location first, never what is held.
    await cart.countAvailable(newId(), [state(1)]);
    expect(await levels()).toEqual([[8, 8], [3, 2], null]);
    await cart.countAvailable(newId(), [state(0)]);
    expect(await levels()).toEqual([[8, 8], [2, 2], null]);
  });

  it('begins stock where there is none, also for a variant that is only in the barn', async () => {
    const [none, barn] = [await shop(), await shop(0, 3)];
    expect(await cart.countAvailable(newId(), [none.state(4), barn.state(5), barn.state(5)])).toBe(2);
    expect(await none.levels()).toEqual([[4, 0], null, null]);
    expect(await barn.levels()).toEqual([[2, 0], [3, 0], null]);
  });

  it('is right at its moment while shoppers reserve, pay and give back', async () => {
    const { variantId, levels, state } = await shop(30, 20, 10);
    const taken: string[] = [];
    await Promise.all(
      Array.from({ length: 80 }, async (_, index) => {
        if (index % 10 === 5) return cart.countAvailable(newId(), [state(25 + index)]);
        const id = newId();
        const { ok } = await reserve(id, [variantId, 1 + (index % 2)]);
        if (ok && index % 3 === 0) return cart.commit(id);
        if (ok && index % 3 === 1) return cart.release(id);
        return ok ? taken.push(id) : 0;
      }),
    );
    const held = (await levels()).reduce((sum, level) => sum + (level?.[1] ?? 0), 0);
    expect(held).toBeGreaterThan(0);
    await cart.countAvailable(newId(), [state(3)]);
    const after = await levels();
    expect(after.reduce((sum, level) => sum + (level?.[0] ?? 0) - (level?.[1] ?? 0), 0)).toBe(3);
    expect(after.reduce((sum, level) => sum + (level?.[1] ?? 0), 0)).toBe(held);
    for (const id of taken) expect(await cart.commit(id)).toMatchObject({ outcome: 'committed' });
  });

  it('of many variants at once in opposite order does not deadlock with carts', async () => {
    const shops = await Promise.all(Array.from({ length: 6 }, () => shop(5, 5)));
    await Promise.all(
      Array.from({ length: 24 }, (_, index) => {
        const order = index % 2 ? shops : shops.toReversed();
        return index % 3
          ? reserve(newId(), ...order.map(({ variantId }): [string, number] => [variantId, 1]))
          : cart.countAvailable(
              newId(),
              order.map(({ state }) => state(8 + (index % 4))),
            );
      }),
    );
  });
});

describe('a count of all locations', () => {
  it('changes the main one, and refuses less than the others hold', async () => {
    const { sellerId, actor, variantId, levels } = await shop(5, 4);
    expect(await cart.setStock(actor, { sellerId, variantId, onHand: 12 })).toMatchObject({ level: { onHand: 12 } });
    expect(await levels()).toEqual([[8, 0], [4, 0], null]);
    await expect(cart.setStock(actor, { sellerId, variantId, onHand: 3 })).rejects.toMatchObject({
      reason: 'stock_elsewhere',
      details: { elsewhere: 4 },
    });
    expect(await levels()).toEqual([[8, 0], [4, 0], null]);
  });

  it('is kept of a variant that has no price yet, which the inventory shows by its name', async () => {
    const { sellerId, actor, variant, variantId, levels } = await shop();
    variants.unprice(variantId);
    expect(await cart.setStock(actor, { sellerId, variantId, onHand: 3 })).toMatchObject({ level: { onHand: 3 } });
    expect(await levels()).toEqual([[3, 0], null, null]);
    const { items } = await cart.inventory(actor, { sellerId, state: 'all', limit: 10 });
    expect(items).toMatchObject([{ variantId, title: variant.title, sku: variant.sku, onHand: 3 }]);
  });
});
