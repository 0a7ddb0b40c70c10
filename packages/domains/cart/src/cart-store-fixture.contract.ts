import { newId, newToken } from '@mallhive/kernel';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from './cart.repository.ts';
import { type CartFacade, type CartOptions, createCart } from './index.ts';
import { aVariant, fakeVariants, tenPercentOff } from './testing.ts';

export interface CartStoreUnderTest {
  db: Database;
  /** Without: PostgreSQL. */
  carts?: CartOptions['carts'];
  close(): Promise<void>;
}

const administrator = { id: newId(), memberships: [] };
export const someone = () => ({ userId: newId(), cartToken: null });
export const guest = (cartToken: string | null = newToken()) => ({ userId: null, cartToken });

export const quantities = async (facade: CartFacade, who: Parameters<CartFacade['get']>[0]) =>
  (await facade.get(who)).cart.lines.map((line) => [line.variantId, line.quantity]);

/** A shop on a store; every look at its clock is a moment later, so that lines have an order. */
export function storeFixture(open: () => Promise<CartStoreUnderTest>) {
  let under: CartStoreUnderTest;
  const variants = fakeVariants();
  let ticks = Date.parse('2026-03-01T10:00:00Z');
  const clock = {
    now: () => {
      ticks += 10;
      return new Date(ticks);
    },
  };
  /** The cart domain as one more process has it. */
  const process = () => createCart({ db: under.db, variants, currency: 'GBP', clock, carts: under.carts });
  beforeAll(async () => {
    under = await open();
  });
  afterAll(() => under.close());
  return {
    variants,
    clock,
    process,
    async stocked(onHand: number, overrides: Parameters<typeof aVariant>[0] = {}) {
      const variant = variants.put(aVariant(overrides));
      await process().upsertStock([{ ...variant, sellerId: variant.seller.id, onHand }]);
      return variant;
    },
    /** A code of the shop, ten percent off. */
    async coupon(rules: { limitCustomer?: number } = {}) {
      const code = `CODE${newId().slice(-8).toUpperCase()}`;
      await process().saveShopPromotion(administrator, tenPercentOff(code, rules));
      return code;
    },
  };
}
export type StoreFixture = ReturnType<typeof storeFixture>;
