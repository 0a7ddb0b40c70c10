import { createHash } from 'node:crypto';
import { type Currency, newId } from '@mallhive/kernel';
import type { Address, HistoricOrder } from './contract.ts';
import type { CartPort, CheckoutCart, PaymentPort, PaymentSummary, Shopper } from './ports.ts';

export function anAddress(overrides: Partial<Address> = {}): Address {
  return {
    name: 'Ada Example',
    line1: '1 Sample Street',
    line2: '',
    city: 'London',
    region: '',
    postcode: 'N1 1AA',
    country: 'GB',
    phone: '',
    ...overrides,
  };
}

export function aSeller(name = 'North Light') {
  return { id: newId(), slug: name.toLowerCase().replaceAll(' ', '-'), name };
}

export function aLine(overrides: Partial<CheckoutCart['lines'][number]> = {}): CheckoutCart['lines'][number] {
  return {
    variantId: newId(),
    productId: newId(),
    slug: 'oak-stool',
    sku: 'OAK-1',
    title: 'Oak stool',
    variantTitle: 'Natural',
    imageUrl: null,
    seller: aSeller(),
    categoryIds: [],
    unitPrice: { amount: 2_500, currency: 'GBP' },
    weightGrams: 500,
    categoryId: newId(),
    categoryPath: 'home-living/furniture',
    taxClass: 'standard',
    quantity: 1,
    available: 10,
    ...overrides,
  };
}

/** Minor units for one penny. */
const unitsPerPenny: Record<Currency, number> = { GBP: 1, EUR: 1.2, USD: 1.3, JPY: 1.9 };

/** Carts in memory. `lacking` makes reserving fail. */
export function fakeCarts(): CartPort & {
  put(shopper: Shopper, lines: CheckoutCart['lines']): CheckoutCart;
  /** What makes the shopper's cart cheaper. */
  promote(shopper: Shopper, promotions: CheckoutCart['promotions']): void;
  lacking: { variantId: string; available: number }[];
  /** Promotions that cannot be held any more. */
  refused: { promotionId: string; code: string | null; reason: string }[];
  readonly holds: Map<string, Parameters<CartPort['reserve']>[0]>;
  readonly reserved: Map<string, number>;
  readonly closed: Set<string>;
} {
  const carts = new Map<string, CheckoutCart>();
  const owners = new Map<string, string>();
  const keyOf = ({ userId, cartToken }: Shopper) =>
    userId ??
    createHash('sha256')
      .update(cartToken ?? '')
      .digest('hex');
  const fake = {
    lacking: [] as { variantId: string; available: number }[],
    refused: [] as { promotionId: string; code: string | null; reason: string }[],
    holds: new Map<string, Parameters<CartPort['reserve']>[0]>(),
    promote(shopper: Shopper, promotions: CheckoutCart['promotions']) {
      const cart = carts.get(owners.get(keyOf(shopper)) ?? '');
      if (cart) cart.promotions = promotions;
    },
    reserved: new Map<string, number>(),
    closed: new Set<string>(),
    put(shopper: Shopper, lines: CheckoutCart['lines']) {
      const known = carts.get(owners.get(keyOf(shopper)) ?? '');
      const cart: CheckoutCart = {
        id: known?.id ?? newId(),
        version: (known?.version ?? 0) + 1,
        status: 'active',
        currency: lines[0]?.unitPrice.currency ?? 'GBP',
        lines,
        notices: [],
        promotions: [],
        refusedCoupons: [],
      };
      carts.set(cart.id, cart);
      owners.set(keyOf(shopper), cart.id);
      return cart;
    },
    forCheckout: async (
      which: { owner: Shopper } | { cartId: string },
      { currency }: { currency?: Currency } = {},
    ): Promise<CheckoutCart | null> => {
      const cart = carts.get('owner' in which ? (owners.get(keyOf(which.owner)) ?? '') : which.cartId);
      if (!cart || !currency || currency === cart.currency) return cart ?? null;
      const rate = unitsPerPenny[currency] / unitsPerPenny[cart.currency];
      const lines = cart.lines.map((line) => ({
        ...line,
        unitPrice: { amount: Math.round(line.unitPrice.amount * rate), currency },
      }));
      return { ...cart, currency, lines };
    },
    reserve: async (input: Parameters<CartPort['reserve']>[0]) => {
      const { checkoutId, lines } = input;
      if (fake.refused.length > 0) return { ok: false as const, lacking: [], refused: fake.refused };
      if (fake.lacking.length > 0) return { ok: false as const, lacking: fake.lacking };
      fake.holds.set(checkoutId, input);
      fake.reserved.set(
        checkoutId,
        lines.reduce((count, line) => count + line.quantity, 0),
      );
      return { ok: true as const };
    },
    release: async (checkoutId: string) => fake.reserved.delete(checkoutId),
    close: async (...cartIds: string[]) => {
      for (const cartId of cartIds) {
        fake.closed.add(cartId);
        const cart = carts.get(cartId);
        if (cart) carts.set(cartId, { ...cart, status: 'closed' });
        for (const [owner, id] of owners) if (id === cartId) owners.delete(owner);
      }
    },
  };
  return fake;
}

/** Payments in memory: one per order. */
export function fakePayments(): PaymentPort & { readonly made: Map<string, PaymentSummary> } {
  const made = new Map<string, PaymentSummary>();
  return {
    made,
    providers: () => [{ code: 'test' }],
    quote: ({ country, currency, parcels }) => ({
      taxIncluded: country !== 'CA',
      parcels: parcels.map(({ sellerId, lines }) => {
        const taxBasisPoints = country === 'GB' ? 2_000 : country === 'CA' ? 825 : 0;
        const methods = (['standard', 'express'] as const).map((code, index) => ({
          code,
          name: code,
          description: code,
          price: { amount: 395 + index * 300, currency },
          minimumDays: 1,
          maximumDays: 4,
        }));
        return {
          sellerId,
          // Nobody brings anything to the southern ice.
          methods: country === 'AQ' ? [] : methods,
          lines: lines.map(() => ({ taxBasisPoints })),
          shippingTaxBasisPoints: taxBasisPoints,
        };
      }),
    }),
    create: async ({ orderId, provider, currency, parts }) => {
      const known = made.get(orderId);
      if (known) return known;
      const amount = parts.reduce(
        (sum, part) => sum + part.items + part.shipping + (part.taxIncluded ? 0 : part.tax),
        0,
      );
      const payment = {
        id: newId(),
        orderId,
        provider,
        clientSecret: 'secret',
        status: 'requires_method',
        amount,
        currency,
        card: null,
      };
      made.set(orderId, payment);
      return payment;
    },
    forOrders: async (orderIds) => orderIds.flatMap((id) => made.get(id) ?? []),
  };
}

export function aHistoricOrder(overrides: Partial<HistoricOrder> = {}): HistoricOrder {
  const seller = aSeller();
  return {
    source: 'test',
    sourceRef: newId(),
    placedAt: new Date('2025-05-01T12:00:00Z'),
    currency: 'GBP',
    userId: null,
    email: 'someone@example.test',
    country: 'GB',
    lines: [
      {
        productId: newId(),
        variantId: newId(),
        slug: 'oak-stool',
        sku: 'OAK-1',
        title: 'Oak stool',
        sellerId: seller.id,
        sellerSlug: seller.slug,
        sellerName: seller.name,
        quantity: 2,
        unitPrice: 1_200,
      },
    ],
    ...overrides,
  };
}
