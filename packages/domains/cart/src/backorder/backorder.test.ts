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

/** After every test: on hand is the sum of movements, and what may be promised is the limit less what waits. */
afterEach(async () => {
  const { rows } = await base.db.pool.query(`
    select l.variant_id from cart.stock_levels l
    where l.on_hand <> (select coalesce(sum(delta), 0) from cart.stock_movements m
        where (m.variant_id, m.location_id) = (l.variant_id, l.location_id))
      or l.backorder and l.on_hand <> greatest(l.reserved,
        coalesce((select backorder_limit from cart.stock_rules r where r.variant_id = l.variant_id), 0)
        - (select coalesce(sum(quantity), 0) from cart.backorder_waits w where w.variant_id = l.variant_id))
      or not l.backorder and l.on_hand > l.reserved
        and exists (select from cart.backorder_waits w where w.variant_id = l.variant_id and w.quantity > 0)`);
  expect(rows).toEqual([]);
});

async function shop(onHand: number, backorderLimit: number, expectedOn: string | null = null) {
  const sellerId = newId();
  const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
  const variant = variants.put(aVariant({ seller: { id: sellerId, slug: 's', name: 'S' } }));
  const { variantId, productId } = variant;
  if (onHand > 0) await cart.upsertStock([{ ...variant, sellerId, onHand }]);
  const rule = (limit: number, expected: string | null = expectedOn) =>
    cart.setStockRule(actor, { sellerId, variantId, lowBelow: null, backorderLimit: limit, expectedOn: expected });
  if (backorderLimit > 0) await rule(backorderLimit);
  const reserve = async (quantity: number, checkoutId = newId()) => ({
    checkoutId,
    reply: await cart.reserve({
      checkoutId,
      cartId: null,
      lines: [{ variantId, quantity }],
      expiresAt: new Date(clock.now().getTime() + 600_000),
    }),
  });
  const sell = async (quantity: number) => {
    const { checkoutId, reply } = await reserve(quantity);
    expect(reply).toEqual({ ok: true });
    expect(await cart.commit(checkoutId)).toMatchObject({ outcome: 'committed' });
    clock.advance(1_000);
    return checkoutId;
  };
  const receive = async (delta: number) => {
    const { locations } = await cart.stockLocations(actor, { sellerId });
    const locationId = locations[0]?.id ?? '';
    const change = { kind: 'by' as const, delta };
    await cart.adjustStock(actor, {
      sellerId,
      variantId,
      changeId: newId(),
      locationId,
      change,
      reason: 'received',
      note: '',
    });
  };
  const waiting = async () => {
    const { rows } = await base.db.pool.query(
      'select checkout_id, quantity from cart.backorder_waits where variant_id = $1 order by created_at',
      [variantId],
    );
    return rows.map(({ quantity }) => quantity);
  };
  const row = async () => (await cart.inventory(actor, { sellerId, state: 'all', limit: 5 })).items[0];
  const cancel = (checkoutId: string, quantity: number, key = `cancel:${newId()}`) =>
    cart.putBack({ checkoutId, sellerId, reason: 'cancelled', lines: [{ key, variantId, productId, quantity }] });
  return { sellerId, actor, variant, variantId, rule, reserve, sell, receive, waiting, row, cancel };
}
async function events(name: string) {
  const { rows } = await base.db.pool.query('select data from cart.outbox where name = $1 order by occurred_at, id', [
    name,
  ]);
  return rows.map(({ data }) => data);
}

describe('beyond the stock', () => {
  it('as many as the limit says are sold, and not one more, also by fifty at once', async () => {
    const { reserve, waiting, row } = await shop(3, 4);
    const attempts = await Promise.all(Array.from({ length: 50 }, () => reserve(1)));
    const held = attempts.filter(({ reply }) => reply.ok);
    expect(held).toHaveLength(7);
    await Promise.all(held.map(({ checkoutId }) => cart.commit(checkoutId)));
    expect(await waiting()).toEqual([1, 1, 1, 1]);
    expect(await row()).toMatchObject({
      onHand: 0,
      reserved: 0,
      available: 0,
      backorder: { limit: 4, left: 0, waiting: 4 },
    });
    expect((await reserve(1)).reply).toMatchObject({ ok: false });
  });

  it('goods in stock go first, and one line may be of both', async () => {
    const { sell, waiting, row } = await shop(2, 5);
    await sell(1);
    expect(await waiting()).toEqual([]);
    await sell(3);
    expect(await waiting()).toEqual([2]);
    expect(await row()).toMatchObject({ onHand: 0, backorder: { left: 3, waiting: 2 } });
  });

  it('what is not paid in time may be promised again', async () => {
    const { reserve, row } = await shop(0, 2);
    const { checkoutId } = await reserve(2);
    expect(await row()).toMatchObject({ backorder: { left: 0 } });
    await cart.release(checkoutId);
    expect(await row()).toMatchObject({ backorder: { left: 2, waiting: 0 } });
    // Paid after all: taken again.
    expect(await cart.commit(checkoutId)).toMatchObject({ outcome: 'committed' });
    expect(await row()).toMatchObject({ backorder: { left: 0, waiting: 2 } });
  });

  it('a lower limit takes nothing from those who wait or pay, and counts from then on', async () => {
    const { reserve, sell, rule, row, receive } = await shop(0, 5);
    await sell(3);
    const { checkoutId } = await reserve(2);
    await rule(2);
    expect(await row()).toMatchObject({ backorder: { limit: 2, left: 0, waiting: 3 } });
    await cart.release(checkoutId);
    expect((await reserve(1)).reply).toMatchObject({ ok: false });
    await receive(2);
    expect(await row()).toMatchObject({ onHand: 0, backorder: { left: 1, waiting: 1 } });
    await rule(0);
    expect((await reserve(1)).reply).toMatchObject({ ok: false });
  });

  it('of another seller is refused as what does not exist, a fulfilment person as such', async () => {
    const { variantId } = await shop(1, 0);
    const other = await shop(1, 0);
    const rule = { variantId, lowBelow: null, backorderLimit: 3, expectedOn: null };
    await expect(cart.setStockRule(other.actor, { ...rule, sellerId: other.sellerId })).rejects.toMatchObject({
      reason: 'stock_not_found',
    });
    const packer = { id: newId(), memberships: [{ sellerId: other.sellerId, role: 'fulfilment' as const }] };
    await expect(cart.setStockRule(packer, { ...rule, sellerId: other.sellerId })).rejects.toMatchObject({
      reason: 'role_too_low',
    });
  });
});

describe('stock that comes in', () => {
  it('goes to the oldest first, and only what is left can be bought', async () => {
    const { sell, receive, waiting, row, sellerId, actor, variantId } = await shop(0, 10, '2026-04-02');
    const first = await sell(2);
    await sell(3);
    await receive(4);
    expect(await waiting()).toEqual([0, 1]);
    expect(await row()).toMatchObject({ onHand: 0, backorder: { left: 9, waiting: 1 } });
    await receive(5);
    expect(await waiting()).toEqual([0, 0]);
    expect(await row()).toMatchObject({ onHand: 4, available: 4, backorder: { left: 10, waiting: 0 } });
    const lines = (await events('cart/backorder.changed'))
      .flatMap((data) => data.lines)
      .filter((line) => line.variantId === variantId);
    expect(lines.filter(({ checkoutId }) => checkoutId === first)).toEqual([
      { checkoutId: first, variantId, waiting: 2, expectedOn: '2026-04-02', version: 1 },
      { checkoutId: first, variantId, waiting: 0, expectedOn: '2026-04-02', version: 2 },
    ]);
    const { movements } = await cart.stockMovements(actor, { sellerId, variantId, limit: 30 });
    expect(movements.map(({ delta, reason }) => `${reason} ${delta}`).sort()).toEqual(
      ['backorder -2', 'backorder -2', 'backorder -1', 'received 4', 'received 5'].sort(),
    );
  });

  it.each([
    [
      'a count of the shop',
      (s: Awaited<ReturnType<typeof shop>>) =>
        cart.setStock(s.actor, { sellerId: s.sellerId, variantId: s.variantId, onHand: 5 }),
    ],
    [
      'a file',
      (s: Awaited<ReturnType<typeof shop>>) =>
        cart.countAvailable(newId(), [{ ...s.variant, sellerId: s.sellerId, available: 5 }]),
    ],
    [
      'first stock ever',
      (s: Awaited<ReturnType<typeof shop>>) => cart.upsertStock([{ ...s.variant, sellerId: s.sellerId, onHand: 5 }]),
    ],
  ])('by %s as well', async (_, bring) => {
    const subject = await shop(0, 3);
    await subject.sell(2);
    await bring(subject);
    expect(await subject.waiting()).toEqual([0]);
    expect(await subject.row()).toMatchObject({ onHand: 3, available: 3, backorder: { left: 3 } });
  });

  it('while somebody pays for a promised one: theirs at once when they have paid', async () => {
    const { reserve, receive, waiting, row } = await shop(0, 3);
    const { checkoutId } = await reserve(2);
    await receive(5);
    await cart.commit(checkoutId);
    expect(await waiting()).toEqual([0]);
    expect(await row()).toMatchObject({ onHand: 3, backorder: { left: 3 } });
  });

  it('also when a reservation of goods ends', async () => {
    const { reserve, sell, waiting } = await shop(1, 3);
    const { checkoutId } = await reserve(1);
    await sell(1);
    expect(await waiting()).toEqual([1]);
    await cart.release(checkoutId);
    expect(await waiting()).toEqual([0]);
  });

  it('and shoppers who buy at the same moment: nobody gets two, nobody none', async () => {
    const { sell, receive, reserve, waiting, row } = await shop(0, 25);
    for (let index = 0; index < 5; index += 1) await sell(1);
    const [, ...attempts] = await Promise.all([
      receive(10),
      ...Array.from({ length: 20 }, async () => {
        const { checkoutId, reply } = await reserve(1);
        return reply.ok ? cart.commit(checkoutId) : null;
      }),
      ...Array.from({ length: 3 }, () => receive(1)),
    ]);
    const sold = attempts.filter((attempt) => attempt?.outcome === 'committed').length;
    expect(sold).toBe(20);
    const left = await row();
    expect((await waiting()).reduce((sum, units) => sum + units, 0) - (left?.onHand ?? 0)).toBe(5 + 20 - 13);
  });
});

describe('cancelled units', () => {
  it('are those that wait first; the rest comes back into the stock; each once', async () => {
    const { sell, cancel, waiting, row } = await shop(2, 3);
    const checkoutId = await sell(4);
    expect(await waiting()).toEqual([2]);
    for (let round = 0; round < 2; round += 1)
      expect(await cancel(checkoutId, 3, `cancel:once:${checkoutId}`)).toBe('done');
    expect(await waiting()).toEqual([0]);
    expect(await row()).toMatchObject({ onHand: 1, backorder: { left: 3, waiting: 0 } });
    await cancel(checkoutId, 1);
    expect(await row()).toMatchObject({ onHand: 2 });
  });

  it('sent back by the shopper are goods, whoever waits for them now', async () => {
    const { sell, receive, waiting, row, sellerId, variant, variantId } = await shop(0, 5);
    const first = await sell(1);
    await receive(1);
    await sell(1);
    const lines = [{ key: `restock:${newId()}`, variantId, productId: variant.productId, quantity: 1 }];
    for (let round = 0; round < 2; round += 1)
      await cart.putBack({ checkoutId: first, sellerId, reason: 'returned', lines });
    expect(await waiting()).toEqual([0, 0]);
    expect(await row()).toMatchObject({ onHand: 0, backorder: { left: 5 } });
  });
});

describe('what others see', () => {
  it('tells how many of those that can be bought are not in stock, and when they come', async () => {
    const { sell, rule, variantId } = await shop(1, 4, '2026-05-01');
    await sell(3);
    await rule(4, '2026-06-01');
    const levels = (await events('cart/stock.changed'))
      .flatMap((data) => data.levels)
      .filter((level) => level.variantId === variantId);
    expect(levels.at(-1)).toMatchObject({ available: 2, backorder: 2, expectedOn: '2026-06-01' });
    const versions = levels.map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
    expect((await events('cart/backorder.changed')).at(-1)).toMatchObject({
      lines: [{ waiting: 2, expectedOn: '2026-06-01', version: 2 }],
    });
  });

  it('shows in the cart how many come later, also while the cart’s own checkout holds them', async () => {
    const { variantId } = await shop(2, 4, '2026-05-01');
    const owner = { userId: newId(), cartToken: null };
    const { cart: added } = await cart.addItem(owner, { variantId, quantity: 5 });
    const line = { availableQuantity: 6, backorderQuantity: 3, expectedOn: '2026-05-01' };
    expect(added).toMatchObject({ lines: [line], purchasable: true });
    const expiresAt = new Date(clock.now().getTime() + 600_000);
    await cart.reserve({ checkoutId: newId(), cartId: added.id, lines: [{ variantId, quantity: 5 }], expiresAt });
    expect((await cart.get(owner)).cart.lines).toMatchObject([line]);
    // For everybody else one is left, and it comes later.
    const other = await cart.addItem({ userId: newId(), cartToken: null }, { variantId, quantity: 3 });
    expect(other.cart.lines).toMatchObject([{ quantity: 1, availableQuantity: 1, backorderQuantity: 1 }]);
  });

  it('keeps the place of promises out of the seller’s locations', async () => {
    const { sellerId, actor, variantId, receive } = await shop(3, 4);
    const { locations } = await cart.stockLocations(actor, { sellerId });
    expect(locations).toHaveLength(1);
    const { rows } = await base.db.pool.query(
      "select id from cart.stock_locations where seller_id = $1 and code = 'backorder'",
      [sellerId],
    );
    const locationId = rows[0].id as string;
    const change = { kind: 'by' as const, delta: 1 };
    const ids = { sellerId, variantId };
    await expect(
      cart.adjustStock(actor, { ...ids, changeId: newId(), locationId, change, reason: 'received', note: '' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      cart.transferStock(actor, {
        ...ids,
        transferId: newId(),
        fromId: locationId,
        toId: locations[0]?.id ?? '',
        quantity: 1,
        note: '',
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(cart.updateLocation(actor, { sellerId, locationId, name: 'Mine' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await receive(1);
    const { levels } = await cart.stock(actor, { sellerId, variantIds: [variantId] });
    expect(levels).toEqual([{ variantId, onHand: 4, reserved: 0, available: 4 }]);
  });
});
