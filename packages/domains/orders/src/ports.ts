import type { Currency, Locale, Money } from '@mallhive/kernel';
import type { Checkout } from './contract.ts';

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
    categoryIds: string[];
    unitPrice: Money;
    /** Of one unit. */
    weightGrams: number;
    categoryId: string;
    /** Slugs from the root: `home-living/kitchen`. */
    categoryPath: string;
    taxClass: string;
    quantity: number;
    available: number;
    /** Of a bundle: what is packed for one of it. */
    parts?: { variantId: string; quantity: number; sku: string; title: string; variantTitle: string }[];
  }[];
  notices: CartNotice[];
  /** What makes it cheaper, in minor units. */
  promotions: {
    promotionId: string;
    code: string | null;
    title: string;
    bearer: 'seller' | 'marketplace';
    /** Off goods: the sum of its lines. */
    amount: number;
    lines: { variantId: string; amount: number }[];
    /** Sellers whose parcels go free of charge. */
    freeShipping: string[];
  }[];
  /** Codes in it that do not count now. */
  refusedCoupons: Checkout['refusedCoupons'];
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
    /** What the order is priced with; a use of each is held. Without it the uses stay as they are. */
    promotions?: { promotionId: string; code: string | null; amount: number }[];
    /** Who orders, for limits per customer. */
    customer?: { userId: string | null; email: string };
    /** Of the promotions' amounts. */
    currency?: Currency;
  }): Promise<
    | { ok: true }
    | {
        ok: false;
        lacking: { variantId: string; available: number }[];
        refused?: { promotionId: string; code: string | null; reason: string }[];
      }
  >;
  release(checkoutId: string): Promise<unknown>;
  close(...cartIds: string[]): Promise<unknown>;
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
  /** Of the amount: what gift cards and credit give. */
  covered?: number;
  /** Which of them. */
  parts?: { kind: 'gift_card' | 'credit'; last4: string | null; amount: number; status: string }[];
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
    /** What the shopper agreed to pay with besides the provider, in minor units; held with the payment, all or nothing. */
    instruments?: { userId: string | null; credit: number; giftCards: readonly { code: string; amount: number }[] };
    /** Items and shipping after discounts; `tax` is within them, or on top. Minor units. */
    parts: {
      sellerId: string;
      subOrderId: string;
      /** Of the sub-order. */
      number: string;
      /** Its lines after discounts; categories: the product's own first. */
      lines: { orderLineId: string; categoryIds: string[]; net: number }[];
      /** What was taken off, and who pays for it. */
      discounts: { bearer: 'seller' | 'marketplace'; amount: number }[];
      items: number;
      shipping: number;
      tax: number;
      taxIncluded: boolean;
    }[];
  }): Promise<PaymentSummary>;
  forOrders(orderIds: readonly string[]): Promise<PaymentSummary[]>;
}

/** A variant that something is exchanged for. */
export interface ExchangeVariant {
  variantId: string;
  productId: string;
  slug: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  unitPrice: Money;
  published: boolean;
}

/** Filled from the catalog; variants without a price in the currency are left out. */
export interface VariantPort {
  variantsForCart(variantIds: readonly string[], currency?: Currency, locale?: Locale): Promise<ExchangeVariant[]>;
}

/** A document to be printed, filled from an adapter: texts are ready, in its language. The same document gives the same bytes. */
export interface PrintedDocument {
  language: Locale;
  direction: 'ltr' | 'rtl';
  title: string;
  /** Side by side. */
  parties: readonly { label: string; lines: readonly string[] }[];
  facts: readonly (readonly [label: string, value: string])[];
  columns: readonly { label: string; width: number; align: 'start' | 'end' }[];
  /** `below` is said smaller under the text. */
  rows: readonly (readonly { text: string; below?: string }[])[];
  totals: readonly { label: string; value: string; strong: boolean }[];
  breakdown: {
    columns: readonly { label: string; width: number; align: 'start' | 'end' }[];
    rows: readonly (readonly string[])[];
  };
  note: string;
  /** `Page {page} of {pages}`. */
  page: string;
  /** Said to be made then. */
  madeAt: Date;
}
export type DocumentPrinter = (document: PrintedDocument) => Promise<Uint8Array>;
