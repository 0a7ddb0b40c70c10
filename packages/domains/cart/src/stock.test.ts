import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stockChanged, stockReserved } from './events.ts';
import { type CartFacade, createCart } from './index.ts';
import { aVariant, fakeVariants } from './testing.ts';

let test: TestDatabase;
let cart: CartFacade;
const clock = fixedClock('2026-03-01T10:00:00Z');
const soon = () => new Date(clock.now().getTime() + 60_000);

beforeAll(async () => {
  test = await createTestDatabase();
  cart = createCart({ db: test.db, variants: fakeVariants(), currency: 'GBP', clock });
});
afterAll(() => test.close());

async function stocked(onHand: number) {
  const variant = aVariant();
  await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand }]);
  return variant;
}
async function level(variantId: string) {
  const { rows } = await test.db.pool.query(
    `select on_hand as "onHand", reserved, (select sum(delta)::int from cart.stock_movements m where m.variant_id = l.variant_id) as moved
     from cart.stock_levels l where variant_id = $1`,
    [variantId],
  );
  return rows[0];
}
const reserve = (checkoutId: string, ...lines: [string, number][]) =>
  cart.reserve({
    checkoutId,
    cartId: null,
    expiresAt: soon(),
    lines: lines.map(([variantId, quantity]) => ({ variantId, quantity })),
  });

/** Holds after every test: stock is what moved, reserved is what is held, and every event is one that consumers accept. */
afterEach(async () => {
  const { rows } = await test.db.pool.query(`
    select l.variant_id from cart.stock_levels l
    where l.on_hand <> (select coalesce(sum(delta), 0) from cart.stock_movements m
        where (m.variant_id, m.location_id) = (l.variant_id, l.location_id))
      or l.reserved <> (select coalesce(sum(quantity), 0) from cart.reservations r
        where (r.variant_id, r.location_id) = (l.variant_id, l.location_id) and r.status = 'active')`);
  expect(rows).toEqual([]);
  const events = await test.db.pool.query('select name, data from cart.outbox');
  for (const { name, data } of events.rows)
    (name === stockChanged.name ? stockChanged : stockReserved).schema.parse(data);
});

describe('reserving', () => {
  it('takes all lines or none and names what is lacking', async () => {
    const [plenty, scarce] = [await stocked(10), await stocked(1)];
    expect(await reserve(newId(), [plenty.variantId, 2], [scarce.variantId, 2])).toEqual({
      ok: false,
      lacking: [{ variantId: scarce.variantId, available: 1 }],
    });
    expect(await level(plenty.variantId)).toMatchObject({ onHand: 10, reserved: 0 });
  });

  it('names a variant nobody ever stocked', async () => {
    const variantId = newId();
    expect(await reserve(newId(), [variantId, 1])).toEqual({ ok: false, lacking: [{ variantId, available: 0 }] });
  });

  it('is idempotent by checkout, and other lines replace the first ones', async () => {
    const [one, two] = [await stocked(5), await stocked(5)];
    const checkoutId = newId();
    await Promise.all(Array.from({ length: 8 }, () => reserve(checkoutId, [one.variantId, 3])));
    expect(await level(one.variantId)).toMatchObject({ reserved: 3 });
    await reserve(checkoutId, [one.variantId, 5], [two.variantId, 1]);
    expect(await level(one.variantId)).toMatchObject({ reserved: 5 });
    await reserve(checkoutId, [two.variantId, 2]);
    expect(await level(one.variantId)).toMatchObject({ reserved: 0 });
    expect(await level(two.variantId)).toMatchObject({ reserved: 2 });
  });

  it('gives the last unit to exactly one of forty shoppers', async () => {
    const last = await stocked(1);
    const replies = await Promise.all(Array.from({ length: 40 }, () => reserve(newId(), [last.variantId, 1])));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(await level(last.variantId)).toMatchObject({ onHand: 1, reserved: 1 });
  });

  it('lets carts with the same products in opposite order through without a deadlock', async () => {
    const [one, two] = [await stocked(100), await stocked(100)];
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        index % 2
          ? reserve(newId(), [one.variantId, 1], [two.variantId, 1])
          : reserve(newId(), [two.variantId, 1], [one.variantId, 1]),
      ),
    );
    expect(replies.every((reply) => reply.ok)).toBe(true);
    expect(await level(one.variantId)).toMatchObject({ reserved: 60 });
    // Not one that was retried away either.
    const { rows } = await test.db.pool.query(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
    );
    expect(rows).toEqual([{ deadlocks: 0 }]);
  });
});

describe('committing', () => {
  it('sells exactly once, however often it is said, also against a release', async () => {
    const variant = await stocked(5);
    const checkoutId = newId();
    await reserve(checkoutId, [variant.variantId, 2]);
    const replies = await Promise.all(Array.from({ length: 6 }, () => cart.commit(checkoutId)));
    expect(replies.filter((reply) => reply.outcome === 'committed')).toHaveLength(1);
    expect(await cart.release(checkoutId)).toBe(0);
    expect(await level(variant.variantId)).toEqual({ onHand: 3, reserved: 0, moved: 3 });
    expect(await reserve(checkoutId, [variant.variantId, 2])).toEqual({ ok: true });
    expect(await level(variant.variantId)).toMatchObject({ onHand: 3, reserved: 0 });
  });

  it('takes back what expired when it is still there, and says what is lacking when it is not', async () => {
    const variant = await stocked(2);
    const [early, late] = [newId(), newId()];
    await reserve(early, [variant.variantId, 2]);
    await cart.release(early);
    await reserve(late, [variant.variantId, 1]);
    expect(await cart.commit(early)).toMatchObject({
      outcome: 'lacking',
      lacking: [{ variantId: variant.variantId, available: 1 }],
    });
    await cart.release(late);
    expect(await cart.commit(early)).toMatchObject({ outcome: 'committed' });
    expect(await level(variant.variantId)).toMatchObject({ onHand: 0, reserved: 0 });
  });

  it('knows nothing of a checkout that never reserved', async () => {
    expect(await cart.commit(newId())).toMatchObject({ outcome: 'unknown' });
  });
});

describe('expiry', () => {
  it('gives back what ran out, keeps what was extended, and once', async () => {
    const variant = await stocked(5);
    const [left, kept] = [newId(), newId()];
    await reserve(left, [variant.variantId, 2]);
    await reserve(kept, [variant.variantId, 2]);
    clock.advance(59_000);
    await reserve(kept, [variant.variantId, 2]);
    clock.advance(2_000);
    const due = await cart.dueCheckouts();
    expect(due).toContain(left);
    expect(due).not.toContain(kept);
    const counts = await Promise.all([cart.expire([left, kept]), cart.expire([kept, left])]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(await level(variant.variantId)).toMatchObject({ onHand: 5, reserved: 2 });
  });
});

describe('counting', () => {
  it('is refused for another seller, for foreign variants and below what is reserved', async () => {
    const variant = await stocked(5);
    const sellerId = variant.seller.id;
    const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
    const input = { sellerId, variantId: variant.variantId, onHand: 1 };
    await expect(cart.setStock({ id: newId(), memberships: [] }, input)).rejects.toMatchObject({ code: 'forbidden' });
    const other = newId();
    await expect(
      cart.setStock(
        { id: newId(), memberships: [{ sellerId: other, role: 'owner' as const }] },
        { ...input, sellerId: other },
      ),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(
      await cart.stock(
        { id: newId(), memberships: [{ sellerId: other, role: 'owner' as const }] },
        { sellerId: other, variantIds: [variant.variantId] },
      ),
    ).toEqual({ levels: [] });
    await reserve(newId(), [variant.variantId, 2]);
    await expect(cart.setStock(actor, input)).rejects.toMatchObject({ reason: 'stock_reserved' });
    expect(await cart.setStock(actor, { ...input, onHand: 7 })).toEqual({
      level: { variantId: variant.variantId, onHand: 7, reserved: 2, available: 5 },
    });
  });

  it('imports twice without doubling anything, and tells the figures with growing versions', async () => {
    const variant = await stocked(5);
    expect(await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand: 5 }])).toBe(0);
    expect(await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand: 8 }])).toBe(1);
    const { rows } = await test.db.pool.query(
      `select l->'available' as available, l->'version' as version from cart.outbox, jsonb_array_elements(data->'levels') l
       where l->>'variantId' = $1 order by (l->>'version')::int`,
      [variant.variantId],
    );
    expect(rows).toEqual([
      { available: 5, version: 1 },
      { available: 8, version: 2 },
    ]);
  });

  it('is refused by the database itself when it would go below zero', async () => {
    const variant = await stocked(1);
    await expect(
      test.db.pool.query('update cart.stock_levels set on_hand = -1 where variant_id = $1', [variant.variantId]),
    ).rejects.toMatchObject({ code: '23514' });
    await expect(
      test.db.pool.query('update cart.stock_levels set reserved = 2 where variant_id = $1', [variant.variantId]),
    ).rejects.toMatchObject({ code: '23514' });
  });
});
