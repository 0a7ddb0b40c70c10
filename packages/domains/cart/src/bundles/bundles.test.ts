import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CartFacade, createCart } from '../index.ts';
import { aVariant, fakeVariants } from '../testing.ts';

let base: TestDatabase;
let cart: CartFacade;
const clock = fixedClock('2026-03-01T10:00:00Z');
const variants = fakeVariants();

beforeAll(async () => {
  base = await createTestDatabase();
  cart = createCart({ db: base.db, variants, currency: 'GBP', clock });
});
afterAll(() => base.close());

afterEach(async () => {
  const { rows } = await base.db.pool.query(`
    select l.variant_id from cart.stock_levels l
    where l.on_hand <> (select coalesce(sum(delta), 0) from cart.stock_movements m
        where (m.variant_id, m.location_id) = (l.variant_id, l.location_id))
      or l.reserved <> (select coalesce(sum(quantity), 0) from cart.reservations r
        where (r.variant_id, r.location_id, r.status) = (l.variant_id, l.location_id, 'active'))`);
  expect(rows).toEqual([]);
});

async function shop() {
  const sellerId = newId();
  const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
  const make = async (onHand: number) => {
    const variant = variants.put(aVariant({ seller: { id: sellerId, slug: 's', name: 'S' } }));
    if (onHand > 0) await cart.upsertStock([{ ...variant, sellerId, onHand }]);
    return variant.variantId;
  };
  const bundle = async (...parts: [string, number][]) => {
    const variantId = await make(0);
    await consists(variantId, ...parts);
    return variantId;
  };
  const consists = (variantId: string, ...parts: [string, number][]) =>
    cart.setBundle(actor, {
      sellerId,
      variantId,
      parts: parts.map(([id, quantity]) => ({ variantId: id, quantity })),
    });
  const available = async (variantId: string) => {
    const { items } = await cart.inventory(actor, { sellerId, state: 'all', limit: 50 });
    return items.find((item) => item.variantId === variantId)?.available;
  };
  const levels = async (...ids: string[]) => {
    const { levels: all } = await cart.stock(actor, { sellerId, variantIds: ids });
    return ids.map((id) => {
      const level = all.find(({ variantId }) => variantId === id);
      return [level?.onHand, level?.reserved];
    });
  };
  return { sellerId, actor, make, bundle, consists, available, levels };
}
async function reserve(lines: [string, number][], checkoutId = newId(), cartId: string | null = null) {
  const reply = await cart.reserve({
    checkoutId,
    cartId,
    lines: lines.map(([variantId, quantity]) => ({ variantId, quantity })),
    expiresAt: new Date(clock.now().getTime() + 600_000),
  });
  return { checkoutId, reply };
}

describe('a bundle', () => {
  it('can be sold as often as its scarcest part allows, and takes its parts', async () => {
    const { make, bundle, available, levels } = await shop();
    const [cup, plate] = [await make(7), await make(10)];
    const set = await bundle([cup, 2], [plate, 1]);
    expect(await available(set)).toBe(3);
    const { checkoutId, reply } = await reserve([
      [set, 2],
      [cup, 1],
    ]);
    expect(reply).toEqual({ ok: true });
    expect(await levels(cup, plate)).toEqual([
      [7, 5],
      [10, 2],
    ]);
    expect(await available(set)).toBe(1);
    // The same again is harmless, other lines replace it.
    await reserve(
      [
        [set, 2],
        [cup, 1],
      ],
      checkoutId,
    );
    await reserve([[set, 3]], checkoutId);
    expect(await levels(cup, plate)).toEqual([
      [7, 6],
      [10, 3],
    ]);
    expect(await cart.commit(checkoutId)).toMatchObject({ outcome: 'committed' });
    expect(await levels(cup, plate)).toEqual([
      [1, 0],
      [7, 0],
    ]);
    expect(await available(set)).toBe(0);
  });

  it('names the lines that are short, not their parts', async () => {
    const { make, bundle } = await shop();
    const [cup, plate] = [await make(3), await make(9)];
    const set = await bundle([cup, 2]);
    const { reply } = await reserve([
      [set, 1],
      [cup, 2],
      [plate, 1],
    ]);
    expect(reply).toMatchObject({ ok: false });
    const lacking = reply.ok ? [] : reply.lacking;
    expect(lacking.map(({ variantId }) => variantId).sort()).toEqual([set, cup].sort());
    const alone = await reserve([[set, 2]]);
    expect(alone.reply).toEqual({ ok: false, lacking: [{ variantId: set, available: 1 }] });
  });

  it('expires, comes back late, and is put back as the parts it was sold with', async () => {
    const { sellerId, make, bundle, consists, levels } = await shop();
    const [cup, plate] = [await make(6), await make(3)];
    const set = await bundle([cup, 2], [plate, 1]);
    const { checkoutId } = await reserve([[set, 2]]);
    await cart.release(checkoutId);
    expect(await levels(cup, plate)).toEqual([
      [6, 0],
      [3, 0],
    ]);
    await cart.commit(checkoutId);
    expect(await levels(cup, plate)).toEqual([
      [2, 0],
      [1, 0],
    ]);
    // What it consists of by now does not matter.
    await consists(set, [plate, 1]);
    const key = `cancel:${newId()}`;
    const lines = [{ key, variantId: set, productId: newId(), quantity: 1 }];
    for (let round = 0; round < 2; round += 1) {
      expect(await cart.putBack({ checkoutId, sellerId, reason: 'cancelled', lines })).toBe('done');
    }
    expect(await levels(cup, plate)).toEqual([
      [4, 0],
      [2, 0],
    ]);
  });

  it('is never taken from what is on backorder', async () => {
    const { sellerId, actor, make, bundle, available } = await shop();
    const cup = await make(1);
    const rule = { sellerId, lowBelow: null, backorderLimit: 5, expectedOn: null };
    await cart.setStockRule(actor, { ...rule, variantId: cup });
    const set = await bundle([cup, 1]);
    expect(await available(set)).toBe(1);
    expect((await reserve([[set, 2]])).reply).toMatchObject({ ok: false, lacking: [{ variantId: set, available: 1 }] });
    expect((await reserve([[cup, 2]])).reply).toEqual({ ok: true });
    await expect(cart.setStockRule(actor, { ...rule, variantId: set })).rejects.toMatchObject({
      reason: 'stock_of_bundle',
    });
  });
});

describe('races', () => {
  it('two bundles with a common part, and the part alone: nothing is sold twice, nobody deadlocks', async () => {
    const { make, bundle, levels } = await shop();
    const [cup, plate, spoon] = [await make(30), await make(100), await make(100)];
    const [tea, soup] = [await bundle([cup, 2], [plate, 1]), await bundle([spoon, 1], [cup, 1])];
    const wishes: [string, number][][] = [
      [[tea, 1]],
      [[soup, 1]],
      [[cup, 1]],
      [
        [soup, 1],
        [tea, 1],
      ],
      [
        [tea, 1],
        [plate, 1],
      ],
      [
        [plate, 2],
        [soup, 1],
      ],
    ];
    const needed = [2, 1, 1, 3, 2, 1];
    const attempts = await Promise.all(
      Array.from({ length: 90 }, async (_, index) => {
        const { checkoutId, reply } = await reserve(wishes[index % wishes.length] ?? []);
        if (!reply.ok) return 0;
        if (index % 3 === 0) {
          await cart.release(checkoutId);
          return 0;
        }
        expect(await cart.commit(checkoutId)).toMatchObject({ outcome: 'committed' });
        return needed[index % wishes.length] ?? 0;
      }),
    );
    const sold = attempts.reduce((sum, cups) => sum + cups, 0);
    const [cups] = await levels(cup);
    expect(cups).toEqual([30 - sold, 0]);
    // What is left, and not one more, can be had.
    const left = 30 - sold;
    expect((await reserve([[cup, left + 1]])).reply).toMatchObject({ ok: false, lacking: [{ available: left }] });
    if (left > 0) expect((await reserve([[cup, left]])).reply).toEqual({ ok: true });
  });
});

describe('what a variant may consist of', () => {
  it('no bundle of bundles, nothing of others, nothing that has stock itself', async () => {
    const { sellerId, actor, make, bundle, consists } = await shop();
    const [cup, plate, spoon] = [await make(5), await make(5), await make(0)];
    const set = await bundle([cup, 1]);
    await expect(consists(spoon, [set, 1])).rejects.toMatchObject({ reason: 'bundle_nested' });
    await expect(consists(cup, [plate, 1])).rejects.toMatchObject({ reason: 'bundle_nested' });
    await expect(consists(plate, [spoon, 1])).rejects.toMatchObject({ reason: 'bundle_has_stock' });
    const theirs = variants.put(aVariant());
    await expect(consists(spoon, [theirs.variantId, 1])).rejects.toMatchObject({ reason: 'stock_not_found' });
    await expect(
      cart.setBundle(actor, { sellerId, variantId: theirs.variantId, parts: [{ variantId: cup, quantity: 1 }] }),
    ).rejects.toMatchObject({ reason: 'stock_not_found' });
    const packer = { id: newId(), memberships: [{ sellerId, role: 'fulfilment' as const }] };
    await expect(cart.setBundle(packer, { sellerId, variantId: set, parts: [] })).rejects.toMatchObject({
      reason: 'role_too_low',
    });

    // Two at once never make a bundle of a bundle.
    const [left, right] = [await make(0), await make(0)];
    const both = await Promise.allSettled([consists(left, [right, 1]), consists(right, [left, 1])]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('has no stock of its own while it is one, by whatever way, and may have again', async () => {
    const { sellerId, actor, make, bundle, consists, available, levels } = await shop();
    const cup = await make(5);
    const set = await bundle([cup, 1]);
    await expect(cart.setStock(actor, { sellerId, variantId: set, onHand: 3 })).rejects.toMatchObject({
      reason: 'stock_of_bundle',
    });
    const row = { variantId: set, productId: newId(), sellerId };
    await cart.countAvailable(newId(), [{ ...row, available: 5 }]);
    await cart.upsertStock([{ ...row, onHand: 9 }]);
    expect(await levels(set)).toEqual([[0, 0]]);
    expect(await available(set)).toBe(5);
    await consists(set);
    expect(await available(set)).toBe(0);
    await cart.setStock(actor, { sellerId, variantId: set, onHand: 3 });
    expect(await available(set)).toBe(3);
  });
});

describe('what others see', () => {
  it('a change of a part is one of its bundles; versions grow whatever it consists of', async () => {
    const { make, bundle, consists } = await shop();
    const [cup, plate] = [await make(4), await make(9)];
    const set = await bundle([cup, 2], [plate, 1]);
    const { checkoutId } = await reserve([[cup, 1]]);
    await consists(set, [plate, 3]);
    await cart.release(checkoutId);
    await consists(set);
    const { rows } = await base.db.pool.query(
      `select l from cart.outbox, jsonb_array_elements(data->'levels') l
       where name = 'cart/stock.changed' and l->>'variantId' = $1 order by (l->>'version')::int`,
      [set],
    );
    expect(rows.map(({ l }) => [l.available, l.parts?.length ?? 0])).toEqual([
      [2, 2],
      [1, 2],
      [3, 1],
      [0, 0],
    ]);
    expect(new Set(rows.map(({ l }) => l.version)).size).toBe(rows.length);
  });

  it('is in a cart as any other, also while the cart’s own checkout holds its parts', async () => {
    const { make, bundle } = await shop();
    const cup = await make(4);
    const set = await bundle([cup, 2]);
    const owner = { userId: newId(), cartToken: null };
    const { cart: added } = await cart.addItem(owner, { variantId: set, quantity: 5 });
    expect(added).toMatchObject({
      lines: [{ quantity: 2, availableQuantity: 2, backorderQuantity: 0 }],
      purchasable: true,
    });
    await reserve([[set, 2]], newId(), added.id);
    expect((await cart.get(owner)).cart).toMatchObject({ lines: [{ availableQuantity: 2 }], purchasable: true });
    const checkout = await cart.forCheckout({ owner });
    expect(checkout?.lines).toMatchObject([
      { variantId: set, parts: [{ variantId: cup, quantity: 2, title: 'Oak stool' }] },
    ]);
  });
});
