import { newId, newToken } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from './cart.repository.ts';
import { type CartFacade, type CartOptions, createCart } from './index.ts';
import { aVariant, fakeVariants } from './testing.ts';

export interface CartStoreUnderTest {
  db: Database;
  /** Without: PostgreSQL. */
  carts?: CartOptions['carts'];
  close(): Promise<void>;
}

const owner = { id: newId(), memberships: [] };
const someone = () => ({ userId: newId(), cartToken: null });
const guest = (cartToken: string | null = newToken()) => ({ userId: null, cartToken });

/** What every place that keeps carts must do, driven through the cart's facade. */
export function describeCartStore(name: string, open: () => Promise<CartStoreUnderTest>): void {
  describe(`carts in ${name}`, () => {
    let under: CartStoreUnderTest;
    let cart: CartFacade;
    const variants = fakeVariants();
    let ticks = Date.parse('2026-03-01T10:00:00Z');
    const clock = {
      now: () => {
        ticks += 10;
        return new Date(ticks);
      },
    };
    const process = () => createCart({ db: under.db, variants, currency: 'GBP', clock, carts: under.carts });

    beforeAll(async () => {
      under = await open();
    });
    beforeEach(() => {
      cart = process();
    });
    afterAll(() => under.close());

    async function stocked(onHand: number, overrides: Parameters<typeof aVariant>[0] = {}) {
      const variant = variants.put(aVariant(overrides));
      await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand }]);
      return variant;
    }
    /** A code of the shop, ten percent off. */
    async function coupon(rules: { limitCustomer?: number; code?: string } = {}) {
      const { code = `CODE${newId().slice(-8).toUpperCase()}`, limitCustomer = null } = rules;
      await cart.saveShopPromotion(owner, {
        id: newId(),
        version: null,
        title: 'Ten off',
        kind: 'percent',
        percentBp: 1_000,
        amounts: {},
        buyQuantity: 0,
        getQuantity: 0,
        minimums: {},
        productIds: [],
        categoryIds: [],
        currencies: [],
        startsAt: '2026-01-01T00:00:00.000Z',
        endsAt: null,
        codes: [code],
        exclusive: false,
        priority: 0,
        limitTotal: null,
        limitCustomer,
        bearer: 'marketplace',
      });
      return code;
    }
    const quantities = async (facade: CartFacade, who: Parameters<CartFacade['get']>[0]) =>
      (await facade.get(who)).cart.lines.map((line) => [line.variantId, line.quantity]);

    it('is nothing until something is added, and removing from nothing is harmless', async () => {
      const who = guest();
      const { variantId } = await stocked(5);
      expect((await cart.get(who)).cart).toMatchObject({ id: null, lines: [] });
      expect((await cart.setQuantity(who, { variantId, quantity: 0 })).cart.id).toBeNull();
      await expect(cart.addItem(who, { variantId: newId(), quantity: 1 })).rejects.toMatchObject({
        reason: 'variant_unavailable',
      });
      expect(await cart.forCheckout({ owner: who })).toBeNull();
      expect(await cart.forCheckout({ cartId: newId() })).toBeNull();
      expect(await cart.close(newId())).toBe(false);
      expect((await cart.removeCoupon(who, { code: 'NOTHING' })).cart.lines).toEqual([]);
    });

    it('keeps lines in the order in which they came, with what was seen, for another process too', async () => {
      const who = guest(null);
      const [one, two] = [await stocked(9), await stocked(9)];
      variants.price(two.variantId, 4_800, 'JPY');
      const { cookie, cart: first } = await cart.addItem(who, { variantId: one.variantId, quantity: 2 });
      if (cookie?.kind !== 'set') throw new Error('no cookie');
      const known = guest(cookie.token);
      await cart.addItem(known, { variantId: two.variantId, quantity: 1, currency: 'JPY' });
      await cart.addItem(known, { variantId: one.variantId, quantity: 1, currency: 'JPY' });
      const { cart: shown } = await process().get(known);
      expect(shown.id).toBe(first.id);
      expect(shown.subtotal.currency).toBe('JPY');
      expect(shown.lines.map(({ variantId, quantity }) => [variantId, quantity])).toEqual([
        [one.variantId, 3],
        [two.variantId, 1],
      ]);
      expect(shown.lines[0]?.id).toBe(first.lines[0]?.id);
      variants.price(two.variantId, 5_000, 'JPY');
      expect((await cart.get(known)).cart.notices).toMatchObject([
        { kind: 'price-changed', from: { amount: 4_800 }, to: { amount: 5_000 } },
      ]);
    });

    it('holds as many as can be bought and at most 99, and refuses when that is none', async () => {
      const who = someone();
      const [few, many, none] = [await stocked(3), await stocked(500), await stocked(0)];
      const { cart: limited } = await cart.addItem(who, { variantId: few.variantId, quantity: 5 });
      expect(limited.notices).toMatchObject([{ kind: 'quantity-limited', available: 3 }]);
      await expect(cart.addItem(who, { variantId: few.variantId, quantity: 1 })).rejects.toMatchObject({
        reason: 'stock_insufficient',
        details: { available: 3 },
      });
      await cart.addItem(who, { variantId: many.variantId, quantity: 98 });
      await cart.addItem(who, { variantId: many.variantId, quantity: 98 });
      await expect(cart.addItem(who, { variantId: none.variantId, quantity: 1 })).rejects.toMatchObject({
        reason: 'stock_insufficient',
        details: { available: 0 },
      });
      await expect(cart.setQuantity(who, { variantId: none.variantId, quantity: 1 })).rejects.toMatchObject({
        reason: 'stock_insufficient',
      });
      expect(await quantities(cart, who)).toEqual([
        [few.variantId, 3],
        [many.variantId, 99],
      ]);
    });

    it('is full at a hundred lines: what is in it can still be changed', async () => {
      const who = someone();
      const things = await Promise.all(Array.from({ length: 101 }, () => stocked(9)));
      for (const { variantId } of things.slice(0, 100)) await cart.addItem(who, { variantId, quantity: 1 });
      const [first, last] = [things[0]?.variantId ?? '', things[100]?.variantId ?? ''];
      await expect(cart.addItem(who, { variantId: last, quantity: 1 })).rejects.toMatchObject({
        code: 'unprocessable',
        reason: 'cart_full',
        details: { maximum: 100 },
      });
      await cart.addItem(who, { variantId: first, quantity: 2 });
      await cart.setQuantity(who, { variantId: first, quantity: 0 });
      expect((await cart.addItem(who, { variantId: last, quantity: 1 })).cart.lines).toHaveLength(100);
    });

    it('sets absolutely: again changes nothing, 0 removes, and what was removed comes back', async () => {
      const who = someone();
      const { variantId } = await stocked(9);
      await cart.setQuantity(who, { variantId, quantity: 5 });
      const before = await cart.forCheckout({ owner: who });
      await cart.setQuantity(who, { variantId, quantity: 5 });
      expect((await cart.forCheckout({ owner: who }))?.version).toBe(before?.version);
      await cart.setQuantity(who, { variantId, quantity: 0 });
      expect((await cart.get(who)).cart.lines).toEqual([]);
      await cart.setQuantity(who, { variantId, quantity: 5 });
      const after = await cart.forCheckout({ owner: who });
      expect(after).toMatchObject({ id: before?.id, lines: [{ quantity: 5 }] });
      expect(after?.version).not.toBe(before?.version);
    });

    it('loses nothing when fifty tabs of two processes add at once, the first of them making the cart', async () => {
      const who = guest();
      const things = [await stocked(90), await stocked(90), await stocked(90)];
      const processes = [process(), process()];
      const replies = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          processes[index % 2]?.addItem(who, { variantId: things[index % 3]?.variantId ?? '', quantity: 1 }),
        ),
      );
      expect(new Set(replies.map((reply) => reply?.cart.id)).size).toBe(1);
      const { cart: shown } = await cart.get(who);
      expect(new Map(shown.lines.map((line) => [line.variantId, line.quantity]))).toEqual(
        new Map(things.map(({ variantId }, index) => [variantId, index === 2 ? 16 : 17])),
      );
    });

    it('never goes over what there is, whoever of fifty tabs is first', async () => {
      const who = guest();
      const { variantId } = await stocked(7);
      const adds = await Promise.allSettled(
        Array.from({ length: 50 }, () => cart.addItem(who, { variantId, quantity: 1 })),
      );
      expect(adds.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
      expect((await cart.get(who)).cart.itemCount).toBe(7);
    });

    it("does not call sold out what the cart's own checkout holds", async () => {
      const [who, other] = [someone(), someone()];
      const { variantId } = await stocked(2);
      const { cart: own } = await cart.addItem(who, { variantId, quantity: 2 });
      const held = await cart.reserve({
        checkoutId: newId(),
        cartId: own.id,
        lines: [{ variantId, quantity: 2 }],
        expiresAt: new Date(ticks + 60_000),
      });
      expect(held).toEqual({ ok: true });
      expect((await cart.get(who)).cart).toMatchObject({ purchasable: true, notices: [] });
      await expect(cart.addItem(other, { variantId, quantity: 1 })).rejects.toMatchObject({
        reason: 'stock_insufficient',
      });
      await cart.addWish(who.userId, { variantId });
      await cart.addWish(other.userId, { variantId });
      expect((await cart.wishlist(who.userId, { limit: 5 })).items).toMatchObject([{ state: 'available' }]);
      expect((await cart.wishlist(other.userId, { limit: 5 })).items).toMatchObject([{ state: 'sold-out' }]);
    });

    describe('codes', () => {
      it('count at once, once, stay with the cart, and go when they are taken out', async () => {
        const who = guest();
        const { variantId } = await stocked(9);
        await expect(cart.applyCoupon(who, { code: await coupon() })).rejects.toMatchObject({ reason: 'cart_empty' });
        await cart.addItem(who, { variantId, quantity: 2 });
        const code = await coupon();
        const before = await cart.forCheckout({ owner: who });
        expect((await cart.applyCoupon(who, { code })).cart.discount.amount).toBe(500);
        const applied = await cart.forCheckout({ owner: who });
        expect(applied?.version).not.toBe(before?.version);
        await cart.applyCoupon(who, { code });
        expect((await cart.forCheckout({ owner: who }))?.version).toBe(applied?.version);
        await cart.setQuantity(who, { variantId, quantity: 4 });
        expect((await process().get(who)).cart).toMatchObject({ discount: { amount: 1_000 }, promotions: [{ code }] });
        expect((await cart.removeCoupon(who, { code })).cart.discount.amount).toBe(0);
        expect((await cart.removeCoupon(who, { code })).cart.discount.amount).toBe(0);
      });

      it('that nobody knows are refused, and a sixth one too', async () => {
        const who = someone();
        const { variantId } = await stocked(9);
        await cart.addItem(who, { variantId, quantity: 1 });
        await expect(cart.applyCoupon(who, { code: 'NO-SUCH-CODE' })).rejects.toMatchObject({
          reason: 'coupon_unknown',
        });
        for (let index = 0; index < 5; index += 1) await cart.applyCoupon(who, { code: await coupon() });
        await expect(cart.applyCoupon(who, { code: await coupon() })).rejects.toMatchObject({
          reason: 'coupon_too_many',
        });
        expect((await cart.get(who)).cart.promotions).toHaveLength(5);
      });

      it('that an address of mail has used up are refused in this cart from then on', async () => {
        const code = await coupon({ limitCustomer: 1 });
        const { variantId } = await stocked(90);
        const order = async (who: ReturnType<typeof guest>) => {
          const priced = await cart.forCheckout({ owner: who });
          const [promotion] = priced?.promotions ?? [];
          return cart.reserve({
            checkoutId: newId(),
            cartId: priced?.id ?? null,
            lines: [{ variantId, quantity: 1 }],
            expiresAt: new Date(ticks + 60_000),
            promotions: promotion ? [{ promotionId: promotion.promotionId, code, amount: 250 }] : [],
            customer: { userId: null, email: 'twice@example.test' },
            currency: 'GBP',
          });
        };
        const [first, second] = [guest(), guest()];
        for (const who of [first, second]) {
          await cart.addItem(who, { variantId, quantity: 1 });
          await cart.applyCoupon(who, { code });
        }
        expect(await order(first)).toEqual({ ok: true });
        expect(await order(second)).toMatchObject({ ok: false, refused: [{ code, reason: 'used_by_customer' }] });
        expect((await cart.get(second)).cart).toMatchObject({
          discount: { amount: 0 },
          refusedCoupons: [{ code, reason: 'used_by_customer' }],
        });
      });
    });

    describe('signing in', () => {
      it('takes the guest cart over as it is when there is no own one', async () => {
        const token = newToken();
        const userId = newId();
        const { variantId } = await stocked(9);
        const { cart: before } = await cart.addItem(guest(token), { variantId, quantity: 2 });
        await cart.applyCoupon(guest(token), { code: await coupon() });
        const reply = await cart.get({ userId, cartToken: token });
        expect(reply.cookie).toEqual({ kind: 'clear' });
        expect(reply.cart).toMatchObject({ id: before.id, itemCount: 2, discount: { amount: 500 } });
        expect((await cart.get(guest(token))).cart.id).toBeNull();
        expect(await cart.forCheckout({ cartId: before.id ?? '' })).toMatchObject({ status: 'active' });
      });

      it('joins lines and codes, of a variant in both the larger quantity, once', async () => {
        const token = newToken();
        const userId = newId();
        const own = { userId, cartToken: null };
        const [more, fewer, onlyGuest] = [await stocked(9), await stocked(9), await stocked(9)];
        await cart.addItem(own, { variantId: more.variantId, quantity: 3 });
        await cart.addItem(own, { variantId: fewer.variantId, quantity: 1 });
        await cart.applyCoupon(own, { code: await coupon() });
        for (const [{ variantId }, quantity] of [
          [more, 2],
          [fewer, 4],
          [onlyGuest, 1],
        ] as const)
          await cart.addItem(guest(token), { variantId, quantity });
        await cart.applyCoupon(guest(token), { code: await coupon() });
        const old = (await cart.get(guest(token))).cart.id ?? '';
        await Promise.all([1, 2, 3, 4].map(() => process().get({ userId, cartToken: token })));
        const { cart: merged } = await cart.get({ userId, cartToken: token });
        expect(merged.lines.map((line) => [line.variantId, line.quantity])).toEqual([
          [more.variantId, 3],
          [fewer.variantId, 4],
          [onlyGuest.variantId, 1],
        ]);
        expect(merged.promotions).toHaveLength(2);
        expect(await cart.forCheckout({ cartId: old })).toMatchObject({ status: 'merged' });
        // It comes again, late: what was taken out since does not come back.
        await cart.setQuantity(own, { variantId: onlyGuest.variantId, quantity: 0 });
        await cart.get({ userId, cartToken: token });
        expect((await cart.get(own)).cart.lines).toHaveLength(2);
      });

      it('does not touch anything when the cookie is of no cart', async () => {
        const own = someone();
        const { variantId } = await stocked(9);
        await cart.addItem(own, { variantId, quantity: 2 });
        const before = await cart.forCheckout({ owner: own });
        expect(await cart.forCheckout({ owner: { ...own, cartToken: newToken() } })).toEqual(before);
      });

      it('loses and doubles nothing when guest adds, own adds and several sign-ins come at once', async () => {
        for (let round = 0; round < 8; round += 1) {
          const token = newToken();
          const userId = newId();
          const things = await Promise.all(Array.from({ length: 4 }, () => stocked(90)));
          const id = (index: number) => things[index]?.variantId ?? '';
          await cart.addItem(guest(token), { variantId: id(0), quantity: 1 });
          if (round % 2) await cart.addItem({ userId, cartToken: null }, { variantId: id(1), quantity: 1 });
          // The browser: it carries the cookie until it is told to drop it, and again when it is told to keep it.
          let cookie: string | null = token;
          const browse = async (call: Promise<{ cookie: { kind: string } | null }>) => {
            const reply = await call;
            if (reply.cookie?.kind === 'clear') cookie = null;
            if (reply.cookie?.kind === 'set') cookie = token;
          };
          await Promise.all([
            ...Array.from({ length: 6 }, () => cart.addItem(guest(token), { variantId: id(2), quantity: 1 })).map(
              browse,
            ),
            ...Array.from({ length: 3 }, () => process().get({ userId, cartToken: token })).map(browse),
            ...Array.from({ length: 6 }, () =>
              cart.addItem({ userId, cartToken: token }, { variantId: id(3), quantity: 1 }),
            ).map(browse),
          ]);
          const { cart: merged } = await cart.get({ userId, cartToken: cookie ?? token });
          const found = new Map(merged.lines.map((line) => [line.variantId, line.quantity]));
          expect(found.get(id(0))).toBe(1);
          if (round % 2) expect(found.get(id(1))).toBe(1);
          expect(found.get(id(3))).toBe(6);
          // Of adds on both sides of the sign-in the larger number stays: never more than were put in, never none.
          expect(found.get(id(2))).toBeGreaterThanOrEqual(1);
          expect(found.get(id(2))).toBeLessThanOrEqual(6);
        }
      });

      it('gives the cookie back to a guest whose add came after the merge', async () => {
        const token = newToken();
        const userId = newId();
        const [one, late] = [await stocked(9), await stocked(9)];
        await cart.addItem(guest(token), { variantId: one.variantId, quantity: 1 });
        await cart.get({ userId, cartToken: token });
        const reply = await cart.addItem(guest(token), { variantId: late.variantId, quantity: 1 });
        expect(reply.cookie).toEqual({ kind: 'set', token });
        // What the user has is nobody else's to see, whoever holds the old cookie.
        expect(reply.cart.lines.map(({ variantId }) => variantId)).toEqual([late.variantId]);
        expect(await quantities(cart, { userId, cartToken: token })).toEqual([
          [one.variantId, 1],
          [late.variantId, 1],
        ]);
      });
    });

    describe('afterwards', () => {
      it('closes once; the next add begins a new cart, and the old one says what it is', async () => {
        for (const who of [someone(), guest()]) {
          const { variantId } = await stocked(9);
          const { cart: ordered } = await cart.addItem(who, { variantId, quantity: 1 });
          const closed = await Promise.all([1, 2, 3].map(() => cart.close(ordered.id ?? '')));
          expect(closed.filter(Boolean)).toHaveLength(1);
          expect((await cart.get(who)).cart.id).toBeNull();
          const { cart: next } = await cart.addItem(who, { variantId, quantity: 2 });
          expect(next).toMatchObject({ itemCount: 2 });
          expect(next.id).not.toBe(ordered.id);
          expect(await cart.forCheckout({ cartId: ordered.id ?? '' })).toMatchObject({ status: 'closed' });
          expect(await cart.close(ordered.id ?? '')).toBe(false);
          expect((await cart.get(who)).cart.id).toBe(next.id);
        }
      });

      it('names the carts of users that lay there for a while, the oldest first', async () => {
        const { variantId } = await stocked(90);
        const [older, newer, emptied, ordered, recent] = Array.from({ length: 5 }, someone);
        const from = clock.now();
        for (const who of [older, newer, emptied, ordered] as const)
          await cart.addItem(who ?? someone(), { variantId, quantity: 2 });
        await cart.addItem(guest(), { variantId, quantity: 1 });
        await cart.setQuantity(emptied ?? someone(), { variantId, quantity: 0 });
        await cart.close((await cart.get(ordered ?? someone())).cart.id ?? '');
        const before = clock.now();
        await cart.addItem(recent ?? someone(), { variantId, quantity: 1 });
        const idle = await cart.idleCarts({ from, before, limit: 10 });
        expect(idle.map(({ userId }) => userId)).toEqual([older?.userId, newer?.userId]);
        expect(idle[0]).toMatchObject({ currency: 'GBP', lines: [{ variantId, quantity: 2 }] });
        expect(await cart.idleCarts({ from, before, limit: 1 })).toHaveLength(1);
      });

      it('gives a person their carts, and forgets them', async () => {
        const [who, other] = [someone(), someone()];
        const { variantId } = await stocked(90);
        const { cart: first } = await cart.addItem(who, { variantId, quantity: 1 });
        await cart.close(first.id ?? '');
        await cart.addItem(who, { variantId, quantity: 3 });
        await cart.addItem(other, { variantId, quantity: 5 });
        expect(await cart.cartsOfPerson(who.userId)).toMatchObject([
          { status: 'closed', currency: 'GBP', lines: [{ variantId, quantity: 1 }] },
          { status: 'active', currency: 'GBP', lines: [{ variantId, quantity: 3 }] },
        ]);
        expect(await cart.forgetPerson(who.userId)).toBe(2);
        expect(await cart.forgetPerson(who.userId)).toBe(0);
        expect(await cart.cartsOfPerson(who.userId)).toEqual([]);
        expect((await cart.get(who)).cart.id).toBeNull();
        expect((await cart.get(other)).cart.itemCount).toBe(5);
      });
    });
  });
}
