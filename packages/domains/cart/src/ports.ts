import type { Currency, Locale, Money } from '@mallhive/kernel';

export type {
  CartOffers,
  CartStore,
  CouponReply,
  IdleCart,
  KeptCode,
  KeptLine,
  LineWrite,
  LineWritten,
  PersonalCart,
  StoredCart,
} from './cart-store.ts';
export type { CartKey } from './owner.ts';

/** What the cart must know of a variant to show it and to sell it. */
export interface CartVariant {
  variantId: string;
  productId: string;
  slug: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  seller: { id: string; slug: string; name: string };
  unitPrice: Money;
  /** Before the sale. */
  compareAt: Money | null;
  weightGrams: number;
  categoryId: string;
  /** Slugs from the root: `home-living/kitchen`. */
  categoryPath: string;
  /** The category's and those of all above it. */
  categoryIds: string[];
  taxClass: string;
  /** False when the product or the variant can no longer be bought. */
  published: boolean;
}

/** What the inventory shows of a variant, whether it has a price and is on sale or not. */
export interface StockVariant {
  variantId: string;
  productId: string;
  sellerId: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
}

/** In which language and currency a cart is looked at. */
export interface Audience {
  locale: Locale;
  currency: Currency;
}

/** Filled from the catalog: one read for any number of variants; unknown ones are left out. */
export interface VariantReader {
  /** Those that have a price in the currency. Names fall back to English. */
  variantsForCart(variantIds: readonly string[], currency?: Currency, locale?: Locale): Promise<CartVariant[]>;
  /** Names in English. */
  variantsForStock(variantIds: readonly string[]): Promise<StockVariant[]>;
}
