import type { Currency, Locale, Money } from '@mallhive/kernel';

/** Who is buying, as the edge knows them. */
export interface Shopper {
  userId: string | null;
  cartToken: string | null;
}

/** A cart as checkout needs it: prices and availability as of now. */
export interface CheckoutCart {
  id: string;
  version: number;
  status: 'active' | 'merged' | 'closed';
  /** Of every price in it. */
  currency: Currency;
  lines: {
    variantId: string;
    productId: string;
    slug: string;
    sku: string;
    title: string;
    variantTitle: string;
    imageUrl: string | null;
    seller: { id: string; slug: string; name: string };
    unitPrice: Money;
    /** Of one unit. */
    weightGrams: number;
    categoryId: string;
    /** Slugs from the root: `home-living/kitchen`. */
    categoryPath: string;
    taxClass: string;
    quantity: number;
    available: number;
  }[];
  notices: CartNotice[];
}
export type CartNotice =
  | { kind: 'price-changed'; variantId: string; title: string; from: Money; to: Money }
  | { kind: 'sold-out'; variantId: string; title: string }
  | { kind: 'quantity-limited'; variantId: string; title: string; available: number }
  | { kind: 'withdrawn'; variantId: string; title: string };

/** Filled from the cart domain. */
export interface CartPort {
  forCheckout(
    which: { owner: Shopper } | { cartId: string },
    audience?: { currency?: Currency; locale?: Locale },
  ): Promise<CheckoutCart | null>;
  /** Every line or none; idempotent by checkout id. */
  reserve(input: {
    checkoutId: string;
    cartId: string;
    lines: { variantId: string; quantity: number }[];
    expiresAt: Date;
  }): Promise<{ ok: true } | { ok: false; lacking: { variantId: string; available: number }[] }>;
  release(checkoutId: string): Promise<unknown>;
  close(cartId: string): Promise<unknown>;
}

export type ShippingMethodCode = 'standard' | 'express';

/** What should be sent where, one parcel a seller. */
export interface QuoteInput {
  /** Two capital letters. */
  country: string;
  currency: Currency;
  parcels: readonly {
    sellerId: string;
    lines: readonly {
      taxClass: string;
      /** After discount, in minor units: decides what is free from a sum on. */
      total: number;
      /** Of one unit. */
      weightGrams: number;
      quantity: number;
    }[];
  }[];
}

/** What sending costs and which tax there is; parcels and lines in the order of the question. */
export interface Quote {
  /** Prices of that country: with the tax in them, or tax comes on top. The same for a whole order, shipping as well. */
  taxIncluded: boolean;
  parcels: {
    sellerId: string;
    /** Cheapest first. Empty: this parcel cannot be sent there. */
    methods: {
      code: ShippingMethodCode;
      name: string;
      description: string;
      price: Money;
      minimumDays: number;
      maximumDays: number;
    }[];
    lines: { taxBasisPoints: number }[];
    /** The highest of its lines. */
    shippingTaxBasisPoints: number;
  }[];
}

export interface PaymentSummary {
  id: string;
  orderId: string;
  provider: string;
  clientSecret: string | null;
  status: string;
  amount: number;
  currency: Currency;
  card: string | null;
}

/** Filled from the payments domain. */
export interface PaymentPort {
  providers(): { code: string }[] | Promise<{ code: string }[]>;
  /** Throws `country_not_served` for what is no country code. */
  quote(input: QuoteInput): Quote | Promise<Quote>;
  /** Idempotent by order. */
  create(input: {
    orderId: string;
    provider: string;
    currency: Currency;
    country: string;
    /** `tax` is within items + shipping, or on top of them. Minor units. */
    parts: {
      sellerId: string;
      subOrderId: string;
      items: number;
      shipping: number;
      tax: number;
      taxIncluded: boolean;
    }[];
  }): Promise<PaymentSummary>;
  forOrders(orderIds: readonly string[]): Promise<PaymentSummary[]>;
}
