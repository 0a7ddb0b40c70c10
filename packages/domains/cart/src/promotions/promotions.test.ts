import { readAudit } from '@mallhive/db';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId, newToken, type RateLimiter } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CartFacade, createCart } from '../index.ts';
import { aVariant, fakeVariants } from '../testing.ts';
import { savePromotionInput, saveShopPromotionInput } from './contract.ts';

let test: TestDatabase;
let cart: CartFacade;
const variants = fakeVariants();
const clock = fixedClock('2026-03-01T10:00:00Z');
let guessesLeft = 1_000;
const limiter: RateLimiter = {
  take: async () => {
    guessesLeft -= 1;
    return { allowed: guessesLeft >= 0, remaining: guessesLeft, retryAfterSeconds: 60 };
  },
  reset: async () => undefined,
};
const admin = { id: newId() };
const soon = () => new Date(clock.now().getTime() + 60_000);
const guest = () => ({ userId: null, cartToken: newToken() });

beforeAll(async () => {
  test = await createTestDatabase();
  cart = createCart({ db: test.db, variants, currency: 'GBP', limiter, clock });
});
afterAll(() => test.close());

/** Holds after every test: counters are what is held or taken, per promotion and per customer, and within the limits. */
afterEach(async () => {
  const { rows } = await test.db.pool.query(`
    select p.title from cart.promotions p where p.limit_total is not null and (p.used > p.limit_total or p.used <> (
      select count(*) from cart.promotion_uses u where u.promotion_id = p.id and u.status in ('held', 'taken') and not u.over_limit))
    union all select c.customer_key from cart.promotion_customers c where c.used <> (
      select count(*) from cart.promotion_uses u where u.promotion_id = c.promotion_id and u.status in ('held', 'taken')
        and c.customer_key = any(u.customer_keys))`);
  expect(rows).toEqual([]);
});

let codes = 0;
const aCode = () => {
  codes += 1;
  return `CODE-${codes}`;
};
const draft = (more: object = {}) => ({
  id: newId(),
  title: 'Spring',
  kind: 'percent',
  percentBp: 1_000,
  startsAt: '2026-03-01T00:00:00Z',
  codes: [aCode()],
  ...more,
});
async function shopWide(more: object = {}) {
  const { promotion } = await cart.saveShopPromotion(admin, saveShopPromotionInput.parse(draft(more)));
  return { ...promotion, code: promotion.codes[0] ?? '' };
}
async function stocked(onHand = 100, more: Parameters<typeof aVariant>[0] = {}) {
  const variant = variants.put(aVariant({ unitPrice: { amount: 1_000, currency: 'GBP' }, ...more }));
  await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand }]);
  return variant;
}
async function shopper(owner: { userId: string | null; cartToken: string | null } = guest(), quantity = 2) {
  const variant = await stocked();
  await cart.addItem(owner, { variantId: variant.variantId, quantity });
  return { owner, variant };
}
type Owner = Awaited<ReturnType<typeof shopper>>['owner'];
const look = async (owner: Owner) => {
  const priced = await cart.forCheckout({ owner });
  if (!priced) throw new Error('no cart');
  return priced;
};
async function reserve(owner: Owner, checkoutId = newId(), email = `${newId()}@example.test`) {
  return reserveSeen(owner, await look(owner), checkoutId, email);
}
/** What the shopper saw is what is reserved, however much happened since. */
function reserveSeen(
  owner: Owner,
  { id, lines, promotions }: Awaited<ReturnType<typeof look>>,
  checkoutId = newId(),
  email = `${newId()}@example.test`,
) {
  return cart.reserve({
    checkoutId,
    cartId: id,
    lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    expiresAt: soon(),
    promotions,
    customer: { userId: owner.userId, email },
  });
}
const usesOf = async (promotionId: string) =>
  (await cart.shopPromotions()).promotions.find(({ id }) => id === promotionId)?.uses;

describe('a code', () => {
  it.each([
    ['coupon_unknown', null],
    ['coupon_not_started', { startsAt: '2026-03-02T00:00:00Z' }],
    ['coupon_ended', { endsAt: '2026-03-01T09:00:00Z' }],
    ['coupon_minimum', { minimums: { GBP: 2_001 } }],
    ['coupon_currency', { currencies: ['EUR'] }],
    ['coupon_no_such_goods', { productIds: [newId()] }],
    ['coupon_no_effect', { kind: 'buy_x_get_y', percentBp: 10_000, buyQuantity: 5, getQuantity: 1 }],
  ])('is refused: %s', async (reason, rules) => {
    const { owner } = await shopper();
    const code = rules ? (await shopWide(rules)).code : 'NOBODYS';
    await expect(cart.applyCoupon(owner, { code })).rejects.toMatchObject({ reason });
    expect((await cart.get(owner)).cart).toMatchObject({ promotions: [], refusedCoupons: [], discount: { amount: 0 } });
  });

  it('needs a cart, and is not guessed', async () => {
    await expect(cart.applyCoupon(guest(), { code: 'ANY' })).rejects.toMatchObject({ reason: 'cart_empty' });
    guessesLeft = 0;
    await expect(cart.applyCoupon(guest(), { code: 'ANY' })).rejects.toMatchObject({ code: 'rate_limited' });
    guessesLeft = 1_000;
  });

  it('makes the cart cheaper until something changes, and says what', async () => {
    const { owner, variant } = await shopper(guest(), 3);
    const { code, id } = await shopWide({ minimums: { GBP: 2_500 } });
    const { cart: cheaper } = await cart.applyCoupon(owner, { code });
    expect(cheaper).toMatchObject({
      subtotal: { amount: 3_000 },
      discount: { amount: 300 },
      total: { amount: 2_700 },
      promotions: [{ code, saves: { amount: 300 } }],
    });
    const set = (quantity: number) => cart.setQuantity(owner, { variantId: variant.variantId, quantity });
    expect((await set(2)).cart).toMatchObject({
      discount: { amount: 0 },
      refusedCoupons: [{ code, reason: 'minimum', minimum: { amount: 2_500 } }],
    });
    expect((await set(3)).cart).toMatchObject({ discount: { amount: 300 }, refusedCoupons: [] });
    await cart.setShopPromotionStatus(admin, { id, status: 'paused' });
    expect((await look(owner)).refusedCoupons).toMatchObject([{ code, reason: 'ended' }]);
    const { cart: without } = await cart.removeCoupon(owner, { code });
    expect(without).toMatchObject({ refusedCoupons: [], promotions: [] });
    await cart.removeCoupon(owner, { code });
  });

  it('goes with the guest’s cart at sign-in, into an own one too', async () => {
    const { owner } = await shopper();
    const { code } = await shopWide();
    await cart.applyCoupon(owner, { code });
    const userId = newId();
    await shopper({ userId, cartToken: null });
    const { cart: merged } = await cart.get({ userId, cartToken: owner.cartToken });
    expect(merged).toMatchObject({ subtotal: { amount: 4_000 }, promotions: [{ code }] });
  });

  it('an automatic one of a seller counts for their goods only, without a code', async () => {
    const variant = await stocked();
    const sellerId = variant.seller.id;
    const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
    const other = await shopper();
    await cart.addItem(other.owner, { variantId: variant.variantId, quantity: 1 });
    expect((await look(other.owner)).promotions).toEqual([]);
    const input = savePromotionInput.parse(draft({ sellerId, codes: [] }));
    await cart.savePromotion(actor, input);
    expect((await look(other.owner)).promotions).toMatchObject([
      { bearer: 'seller', amount: 100, lines: [{ variantId: variant.variantId, amount: 100 }] },
    ]);
    await cart.setPromotionStatus(actor, { sellerId, id: input.id, status: 'archived' });
    expect((await look(other.owner)).promotions).toEqual([]);
  });
});

describe('a use', () => {
  it('the last three go to exactly three of fifty who order at once', async () => {
    const promotion = await shopWide({ limitTotal: 3, limitCustomer: 1 });
    const owners = await Promise.all(Array.from({ length: 50 }, async () => (await shopper()).owner));
    for (const owner of owners) await cart.applyCoupon(owner, { code: promotion.code });
    // All see the promotion before anybody reserves: who looked later would see that it is used up, and order without it.
    const seen = await Promise.all(owners.map(async (owner) => ({ owner, cart: await look(owner) })));
    const replies = await Promise.all(seen.map((one) => reserveSeen(one.owner, one.cart)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(3);
    for (const reply of replies) {
      if (!reply.ok) expect(reply.refused).toMatchObject([{ promotionId: promotion.id, reason: 'used_up' }]);
    }
    expect(await usesOf(promotion.id)).toEqual({ held: 3, taken: 0, overLimit: 0 });
    // Nothing of the others is reserved, and their carts say why they pay more.
    const { rows } = await test.db.pool.query(
      `select count(distinct checkout_id)::int as checkouts from cart.reservations r join cart.cart_promotions c using (cart_id)
       where c.promotion_id = $1`,
      [promotion.id],
    );
    expect(rows).toEqual([{ checkouts: 3 }]);
    const states = await Promise.all(owners.map(async (owner) => (await look(owner)).refusedCoupons[0]?.reason));
    expect(states.filter((reason) => reason === 'used_up')).toHaveLength(47);
  });

  it('is one for a checkout that is submitted often, and given back by release and by expiry', async () => {
    const promotion = await shopWide({ limitTotal: 1 });
    const first = await shopper();
    await cart.applyCoupon(first.owner, { code: promotion.code });
    const checkoutId = newId();
    const email = 'ann@example.test';
    const all = await Promise.all([1, 2, 3, 4].map(() => reserve(first.owner, checkoutId, email)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await usesOf(promotion.id)).toMatchObject({ held: 1 });
    // The shopper’s own hold is not in their way.
    expect((await look(first.owner)).promotions).toHaveLength(1);

    const second = await shopper();
    await expect(cart.applyCoupon(second.owner, { code: promotion.code })).rejects.toMatchObject({
      reason: 'coupon_used_up',
    });
    await cart.release(checkoutId);
    await cart.release(checkoutId);
    await cart.applyCoupon(second.owner, { code: promotion.code });
    const other = newId();
    expect((await reserve(second.owner, other)).ok).toBe(true);
    clock.advance(120_000);
    expect(await cart.dueCheckouts()).toContain(other);
    await cart.expire([other]);
    expect(await usesOf(promotion.id)).toMatchObject({ held: 0, taken: 0 });
  });

  it('is not held when the stock is short, nor the stock when it is gone', async () => {
    const promotion = await shopWide({ limitTotal: 1 });
    const { owner, variant } = await shopper();
    await cart.applyCoupon(owner, { code: promotion.code });
    const buyer = await shopper(guest(), 1);
    await cart.addItem(buyer.owner, { variantId: variant.variantId, quantity: 99 });
    await cart.reserve({
      checkoutId: newId(),
      cartId: null,
      lines: [{ variantId: variant.variantId, quantity: 99 }],
      expiresAt: soon(),
    });
    expect(await reserve(owner)).toMatchObject({ ok: false, lacking: [{ available: 1 }] });
    expect(await usesOf(promotion.id)).toMatchObject({ held: 0 });
  });

  it('is taken with the stock; paid too late it counts again, over the limit when there is none left', async () => {
    const promotion = await shopWide({ limitTotal: 1, limitCustomer: 1 });
    const [late, quick] = [await shopper(), await shopper()];
    for (const { owner } of [late, quick]) await cart.applyCoupon(owner, { code: promotion.code });
    const [lateId, quickId] = [newId(), newId()];
    await reserve(late.owner, lateId);
    clock.advance(120_000);
    await cart.expire([lateId]);
    expect((await reserve(quick.owner, quickId)).ok).toBe(true);
    expect(await cart.commit(quickId)).toMatchObject({ outcome: 'committed' });
    await cart.commit(quickId);
    await cart.release(quickId);
    expect(await usesOf(promotion.id)).toEqual({ held: 0, taken: 1, overLimit: 0 });
    // The stock of the late one is taken again first, without a word of promotions.
    const again = { checkoutId: lateId, cartId: null, lines: [{ variantId: late.variant.variantId, quantity: 2 }] };
    expect(await cart.reserve({ ...again, expiresAt: soon() })).toEqual({ ok: true });
    await cart.commit(lateId);
    expect(await usesOf(promotion.id)).toEqual({ held: 0, taken: 2, overLimit: 1 });
    expect((await cart.shopPromotions()).promotions[0]?.saved).toEqual([{ amount: 400, currency: 'GBP' }]);
  });

  it('goes when the cart is ordered without it', async () => {
    const promotion = await shopWide({ limitTotal: 5 });
    const { owner } = await shopper();
    const checkoutId = newId();
    await cart.applyCoupon(owner, { code: promotion.code });
    await reserve(owner, checkoutId);
    await cart.removeCoupon(owner, { code: promotion.code });
    expect(await reserve(owner, checkoutId)).toEqual({ ok: true });
    await cart.commit(checkoutId);
    expect(await usesOf(promotion.id)).toEqual({ held: 0, taken: 0, overLimit: 0 });
  });

  it('is one for each customer, by account and by address of mail', async () => {
    const promotion = await shopWide({ limitCustomer: 1 });
    const userId = newId();
    const email = `${newId()}@example.test`;
    const mine = await shopper({ userId, cartToken: null });
    await cart.applyCoupon(mine.owner, { code: promotion.code });
    const checkoutId = newId();
    expect((await reserve(mine.owner, checkoutId, email)).ok).toBe(true);
    await cart.commit(checkoutId);
    await cart.close((await look(mine.owner)).id);

    const again = await shopper({ userId, cartToken: null });
    await expect(cart.applyCoupon(again.owner, { code: promotion.code })).rejects.toMatchObject({
      reason: 'coupon_used_by_customer',
    });
    const asGuest = await shopper();
    await cart.applyCoupon(asGuest.owner, { code: promotion.code });
    expect(await reserve(asGuest.owner, newId(), ` ${email.toUpperCase()} `)).toMatchObject({
      ok: false,
      refused: [{ code: promotion.code, reason: 'used_by_customer' }],
    });
    expect((await look(asGuest.owner)).refusedCoupons).toMatchObject([{ reason: 'used_by_customer' }]);

    // As a guest with the address: theirs too. Of another account with the address only the address is.
    const guestId = newId();
    const elsewhere = await shopWide({ limitCustomer: 5 });
    await cart.applyCoupon(asGuest.owner, { code: elsewhere.code });
    await cart.removeCoupon(asGuest.owner, { code: promotion.code });
    expect(await reserve(asGuest.owner, guestId, email)).toEqual({ ok: true });
    const friendId = newId();
    const friend = await shopper({ userId: friendId, cartToken: null });
    await cart.applyCoupon(friend.owner, { code: elsewhere.code });
    const friends = newId();
    expect(await reserve(friend.owner, friends, email)).toEqual({ ok: true });
    const mineUsed = [
      { code: elsewhere.code, status: 'held' },
      { code: promotion.code, status: 'taken', title: 'Spring', currency: 'GBP' },
    ];
    const used = await cart.promotionsOfPerson(userId, email.toUpperCase());
    expect(used).toHaveLength(2);
    expect(used).toEqual(expect.arrayContaining(mineUsed.map((one) => expect.objectContaining(one))));
    expect(await cart.promotionsOfPerson(newId(), 'nobody@example.test')).toEqual([]);

    await cart.forgetPerson(userId, email);
    await cart.forgetPerson(userId, email);
    expect(await cart.promotionsOfPerson(userId, email)).toEqual([]);
    expect(await cart.promotionsOfPerson(friendId, 'friend@example.test')).toHaveLength(1);
    const left = await test.db.pool.query<{ keys: string[] }>(
      'select customer_keys as keys from cart.promotion_uses where checkout_id = any($1) order by 1',
      [[checkoutId, guestId, friends]],
    );
    expect(left.rows.map(({ keys }) => keys)).toEqual([[], [], [`user:${friendId}`]]);
    const { rows } = await test.db.pool.query('select 1 from cart.promotion_customers where promotion_id = $1', [
      promotion.id,
    ]);
    expect(rows).toEqual([]);
  });

  it('two carts with the same promotions, many times over each other: no deadlock', async () => {
    const all = await Promise.all([1, 2, 3].map(() => shopWide({ limitTotal: 40, limitCustomer: 50 })));
    const owners = await Promise.all(Array.from({ length: 12 }, async () => (await shopper()).owner));
    await Promise.all(
      owners.map(async (owner, index) => {
        const order = index % 2 === 0 ? all : all.toReversed();
        for (const { code } of order) await cart.applyCoupon(owner, { code });
        for (let round = 0; round < 3; round += 1) {
          const checkoutId = newId();
          expect((await reserve(owner, checkoutId, 'same@example.test')).ok).toBe(true);
          await (round === 2 ? cart.commit(checkoutId) : cart.release(checkoutId));
        }
      }),
    );
    for (const { id } of all) expect(await usesOf(id)).toEqual({ held: 0, taken: 12, overLimit: 0 });
  });
});

describe('writing', () => {
  const sellerId = newId();
  const manager = { id: newId(), memberships: [{ sellerId, role: 'manager' as const }] };

  it('is for owners and managers of the seller', async () => {
    const input = savePromotionInput.parse(draft({ sellerId }));
    const { promotion } = await cart.savePromotion(manager, input);
    expect(promotion).toMatchObject({ bearer: 'seller', state: 'active', version: 1 });
    const stranger = { id: newId(), memberships: [{ sellerId: newId(), role: 'owner' as const }] };
    const packer = { id: newId(), memberships: [{ sellerId, role: 'fulfilment' as const }] };
    await expect(cart.savePromotion(stranger, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(cart.savePromotion(packer, input)).rejects.toMatchObject({ reason: 'role_too_low' });
    expect((await cart.promotions(packer, { sellerId })).promotions).toHaveLength(1);
    await expect(cart.promotions(stranger, { sellerId })).rejects.toMatchObject({ code: 'forbidden' });
    const own = stranger.memberships[0]?.sellerId ?? '';
    for (const attempt of [
      () => cart.savePromotion(stranger, { ...input, sellerId: own, version: 1 }),
      () => cart.setPromotionStatus(stranger, { sellerId: own, id: input.id, status: 'paused' }),
      () => cart.saveShopPromotion(admin, { ...input, version: 1, bearer: 'marketplace' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ reason: 'promotion_not_found' });
    }
  });

  it('happens once, never over another’s change, and is told in the audit log', async () => {
    const input = savePromotionInput.parse(draft({ sellerId }));
    await cart.savePromotion(manager, input);
    await cart.savePromotion(manager, input);
    const { promotion } = await cart.savePromotion(manager, { ...input, title: 'Summer', version: 1 });
    expect(promotion).toMatchObject({ title: 'Summer', version: 2 });
    await expect(cart.savePromotion(manager, { ...input, version: 1 })).rejects.toMatchObject({
      reason: 'promotion_changed',
      details: { version: 2 },
    });
    await cart.setPromotionStatus(manager, { sellerId, id: input.id, status: 'paused' });
    const log = await readAudit(test.db, 'cart', { objectId: input.id, limit: 10 });
    expect(log.map(({ action, changes }) => [action, Object.keys(changes)])).toEqual([
      ['promotion.update', ['status']],
      ['promotion.update', ['title']],
      ['promotion.create', expect.arrayContaining(['title', 'codes'])],
    ]);
  });

  it('refuses a code that means another one, and a limit below the uses', async () => {
    const promotion = await shopWide();
    const taken = draft({ sellerId, codes: [promotion.code, 'FREE-ONE'] });
    await expect(cart.savePromotion(manager, savePromotionInput.parse(taken))).rejects.toMatchObject({
      reason: 'code_taken',
      details: { codes: [promotion.code] },
    });
    const owners = [await shopper(), await shopper()];
    for (const { owner } of owners) {
      await cart.applyCoupon(owner, { code: promotion.code });
      await reserve(owner);
    }
    const change = saveShopPromotionInput.parse({ ...draft(), id: promotion.id, codes: promotion.codes, version: 1 });
    await expect(cart.saveShopPromotion(admin, { ...change, limitTotal: 1 })).rejects.toMatchObject({
      reason: 'limit_below_uses',
      details: { used: 2 },
    });
    await cart.saveShopPromotion(admin, { ...change, limitTotal: 2 });
    const late = await shopper();
    await expect(cart.applyCoupon(late.owner, { code: promotion.code })).rejects.toMatchObject({
      reason: 'coupon_used_up',
    });
  });

  it.each([
    { kind: 'percent', percentBp: 0 },
    { kind: 'amount', amounts: {} },
    { kind: 'buy_x_get_y', buyQuantity: 0, getQuantity: 1 },
    { endsAt: '2026-02-01T00:00:00Z' },
    { codes: ['no spaces please'] },
    { limitTotal: 0 },
  ])('refuses what does not fit together: %o', (more) => {
    expect(savePromotionInput.safeParse(draft({ sellerId, ...more })).success).toBe(false);
  });
});
