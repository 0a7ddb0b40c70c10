import { newId, newToken } from '@mallhive/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { guest, quantities, type StoreFixture, someone } from './cart-store-fixture.contract.ts';
import type { CartFacade } from './index.ts';

/** Whose a cart is, and what becomes of it. */
export function describeOwners({ clock, process, stocked, coupon }: StoreFixture): void {
  let cart: CartFacade;
  beforeEach(() => {
    cart = process();
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
          ...Array.from({ length: 6 }, () => cart.addItem(guest(token), { variantId: id(2), quantity: 1 })).map(browse),
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
      expect(await cart.forgetPerson(who.userId, `${who.userId}@example.test`)).toBe(2);
      expect(await cart.forgetPerson(who.userId, `${who.userId}@example.test`)).toBe(0);
      expect(await cart.cartsOfPerson(who.userId)).toEqual([]);
      expect((await cart.get(who)).cart.id).toBeNull();
      expect((await cart.get(other)).cart.itemCount).toBe(5);
    });
  });
}
