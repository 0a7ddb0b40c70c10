import { newId } from '@mallhive/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CartStoreUnderTest, guest, quantities, someone, storeFixture } from './cart-store-fixture.contract.ts';
import { describeOwners } from './cart-store-owners.contract.ts';
import type { CartFacade } from './index.ts';

/** What every place that keeps carts must do, driven through the cart's facade. */
export function describeCartStore(name: string, open: () => Promise<CartStoreUnderTest>): void {
  describe(`carts in ${name}`, () => {
    const fixture = storeFixture(open);
    const { variants, clock, process, stocked, coupon } = fixture;
    let cart: CartFacade;
    beforeEach(() => {
      cart = process();
    });

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
        expiresAt: new Date(clock.now().getTime() + 60_000),
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
            expiresAt: new Date(clock.now().getTime() + 60_000),
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

    describeOwners(fixture);
  });
}
