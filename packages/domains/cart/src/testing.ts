import { type Currency, newId } from '@mallhive/kernel';
import type { z } from 'zod';
import type { CartVariant, VariantReader } from './ports.ts';
import { saveShopPromotionInput } from './promotions/contract.ts';

/** A variant as the catalog would tell of it. */
export function aVariant(overrides: Partial<CartVariant> = {}): CartVariant {
  const variantId = overrides.variantId ?? newId();
  return {
    variantId,
    productId: newId(),
    slug: `product-${variantId.slice(-6)}`,
    sku: `SKU-${variantId.slice(-6)}`,
    title: 'Oak stool',
    variantTitle: 'Natural',
    imageUrl: null,
    seller: { id: newId(), slug: 'north-light', name: 'North Light' },
    unitPrice: { amount: 2_500, currency: 'GBP' },
    compareAt: null,
    weightGrams: 500,
    categoryId: newId(),
    categoryPath: 'home-living/furniture',
    categoryIds: [],
    taxClass: 'standard',
    published: true,
    ...overrides,
  };
}

/** The catalog's side of the port, in memory. */
export function fakeVariants(initial: CartVariant[] = []): VariantReader & {
  put(variant: CartVariant): CartVariant;
  /** What it costs in another currency, in minor units. */
  price(variantId: string, amount: number, currency: Currency): void;
  remove(variantId: string): void;
  /** Takes its price away. */
  unprice(variantId: string): void;
} {
  const unpriced = new Set<string>();
  const prices = new Map<string, number>();
  const known = new Map(initial.map((variant) => [variant.variantId, variant]));
  return {
    variantsForCart: async (ids, currency) =>
      ids.flatMap((id) => {
        const variant = known.get(id);
        if (!variant || unpriced.has(id)) return [];
        const own = currency ? prices.get(`${id}/${currency}`) : undefined;
        return own && currency ? [{ ...variant, unitPrice: { amount: own, currency } }] : [variant];
      }),
    variantsForStock: async (ids) =>
      ids.flatMap((id) => {
        const variant = known.get(id);
        if (!variant) return [];
        const { variantId, productId, seller, sku, title, variantTitle, imageUrl } = variant;
        return [{ variantId, productId, sellerId: seller.id, sku, title, variantTitle, imageUrl }];
      }),
    unprice: (variantId) => {
      unpriced.add(variantId);
    },
    price: (variantId, amount, currency) => {
      prices.set(`${variantId}/${currency}`, amount);
    },
    put: (variant) => {
      known.set(variant.variantId, variant);
      return variant;
    },
    remove: (variantId) => {
      known.delete(variantId);
    },
  };
}

/** Ten percent off with a code of the whole shop, since long ago and without an end. */
export function tenPercentOff(code: string, limits: { limitTotal?: number; limitCustomer?: number } = {}) {
  const rules: z.input<typeof saveShopPromotionInput> = {
    id: newId(),
    title: 'Ten off',
    kind: 'percent',
    percentBp: 1_000,
    startsAt: '2026-01-01T00:00:00.000Z',
    codes: [code],
    ...limits,
  };
  return saveShopPromotionInput.parse(rules);
}
