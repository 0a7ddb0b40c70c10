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

export interface Quote {
  vatBasisPoints: number;
  methods: {
    code: 'standard' | 'express';
    name: string;
    description: string;
    price: Money;
    minimumDays: number;
    maximumDays: number;
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
  quote(country: string, currency: Currency): Quote | Promise<Quote>;
  /** Idempotent by order. */
  create(input: {
    orderId: string;
    provider: string;
    currency: Currency;
    country: string;
    parts: { sellerId: string; subOrderId: string; items: number; shipping: number; tax: number }[];
  }): Promise<PaymentSummary>;
  forOrders(orderIds: readonly string[]): Promise<PaymentSummary[]>;
}
