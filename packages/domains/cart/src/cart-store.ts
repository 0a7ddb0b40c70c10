import type { Currency } from '@mallhive/kernel';
import type { CartKey } from './owner.ts';
import type { CartPromotion } from './promotions/promotion.ts';

/** A line as it is kept. */
export interface KeptLine {
  id: string;
  variantId: string;
  quantity: number;
  /** The unit price the shopper saw last, in minor units. */
  seenPrice: number;
  seenCurrency: Currency;
}

/** What can be bought of a variant now; what the cart's own checkout holds counts as free. */
export interface Offer {
  /** In stock and on backorder together. */
  available: number;
  /** How many of them are not in stock. Null: it is not sold on backorder. */
  backorder: number | null;
  /** The day when those are expected. */
  expectedOn: string | null;
  /** Of a bundle: what one of it consists of. */
  parts: { variantId: string; quantity: number }[] | null;
}

/** A code that the shopper gave, or what this cart was refused for good. */
export interface KeptCode {
  promotionId: string;
  /** Null for a promotion that needs none. */
  code: string | null;
  refused: 'used_by_customer' | null;
  /** ISO 8601: promotions count in this order. */
  addedAt: string;
}

/** A cart as stored, with what can be bought of each line now. */
export interface StoredCart {
  id: string;
  /** Another one after every change of a line or code: a checkout remembers the one it was placed from. */
  version: number;
  currency: Currency;
  status: 'active' | 'merged' | 'closed';
  /** What may make it cheaper, now. */
  promotions: CartPromotion[];
  /** In the order in which they were added. */
  lines: (KeptLine & Offer)[];
}

export interface LineWrite {
  key: CartKey;
  variantId: string;
  quantity: number;
  /** `add` to what is there, or `set` to exactly so many; 0 removes. */
  mode: 'add' | 'set';
  price: number;
  currency: Currency;
  now: Date;
}

export interface LineWritten {
  /** Null when there is none and nothing was to be added. */
  cart: StoredCart | null;
  /** How many of the variant could be in the cart. */
  available: number;
  /** Nothing could be added. */
  refused: boolean;
  /** Nothing was added because the cart has as many lines as there may be. */
  full: boolean;
  /** Fewer than wanted were written. */
  limited: boolean;
  /** The cart was made for this line. */
  created: boolean;
}

export interface CouponReply {
  outcome: 'applied' | 'removed' | 'no_cart' | 'unknown' | 'too_many';
  /** Null unless it was applied or removed. */
  cart: StoredCart | null;
}

/** A cart as its owner gets it in their data export. */
export interface PersonalCart {
  status: string;
  currency: string;
  updatedAt: Date;
  lines: { variantId: string; quantity: number; addedAt: string }[] | null;
}

/** A user's cart that nobody has touched for a while. */
export interface IdleCart {
  id: string;
  userId: string;
  currency: Currency;
  updatedAt: Date;
  lines: { variantId: string; quantity: number }[];
}

/**
 * Where carts are kept. Every change is one step that others see whole or not at all. One that cannot be reached throws
 * `unavailable` with the reason `carts_unavailable` and `retryAfterSeconds`; nothing is half written then.
 */
export interface CartStore {
  /** The active cart of a user or of the holder of a guest cookie. */
  find(key: CartKey, now: Date): Promise<StoredCart | null>;
  /** In whatever state it is; one that ended long ago may be gone. */
  byId(cartId: string, now: Date): Promise<StoredCart | null>;
  /** Never more than can be bought nor than one line or cart may hold. Makes the cart when there is none. */
  writeLine(write: LineWrite): Promise<LineWritten>;
  /** Puts a code into a cart that has lines; again is harmless. */
  applyCoupon(key: CartKey, code: string, now: Date): Promise<CouponReply>;
  /** Takes a code out; harmless when it is not in it. */
  removeCoupon(key: CartKey, code: string, now: Date): Promise<CouponReply>;
  /** Remembers what this cart cannot have, as only the e-mail address of an order showed. */
  refuse(cartId: string, refused: readonly { promotionId: string; code: string | null }[], now: Date): Promise<void>;
  /**
   * At sign-in. A user without a cart takes the guest's over, id included. Else the guest's lines and codes join theirs, of a
   * variant in both the larger quantity stays. Once, however often it is asked for.
   */
  merge(userId: string, tokenHash: string, now: Date): Promise<void>;
  /** These became orders. Answers how many were active. */
  close(cartIds: readonly string[], now: Date): Promise<number>;
  /** Of a user's active cart, where the store alone knows it; null where the database does. */
  ownCartId(userId: string): Promise<string | null>;
  ofPerson(userId: string): Promise<PersonalCart[]>;
  /** Deletes a person's carts. Answers how many. */
  forget(userId: string): Promise<number>;
  /** Users' carts with lines that changed last in `[from, before)`, the oldest first. */
  idle(window: { from: Date; before: Date; limit: number }): Promise<IdleCart[]>;
}

/** What a store that keeps only lines asks the database: filled by this domain, in one statement. */
export interface CartOffers {
  read(
    cart: { cartId: string | null; userId: string | null; variantIds: readonly string[]; codes: readonly KeptCode[] },
    now: Date,
  ): Promise<{ variants: Record<string, Offer>; promotions: CartPromotion[] }>;
  /** The promotion that a code is of. */
  promotionOf(code: string): Promise<string | null>;
}

/** The most lines of one cart, and the most codes. */
export const cartLimits = { lines: 100, codes: 5, quantity: 99 } as const;
