import type { Currency } from '@mallhive/kernel';

export type PromotionKind = 'percent' | 'amount' | 'free_shipping' | 'buy_x_get_y';
/** Who pays for a discount. */
export type Bearer = 'seller' | 'marketplace';
/** By currency, in minor units. */
export type Amounts = Partial<Record<Currency, number>>;

/** What a promotion does; amounts in minor units. */
export interface PromotionRules {
  id: string;
  /** Null: of the whole shop. */
  sellerId: string | null;
  title: string;
  kind: PromotionKind;
  /** 10,000 is all of it. Of `percent`, and of the units that `buy_x_get_y` makes cheaper. */
  percentBp: number;
  amounts: Amounts;
  buyQuantity: number;
  getQuantity: number;
  minimums: Amounts;
  /** Empty: all of the seller's, or of the shop's. One of both is enough. */
  productIds: string[];
  categoryIds: string[];
  currencies: string[];
  startsAt: string;
  endsAt: string | null;
  automatic: boolean;
  exclusive: boolean;
  priority: number;
  bearer: Bearer;
  status: 'active' | 'paused' | 'archived';
}

/** A promotion as a cart finds it. */
export interface CartPromotion extends PromotionRules {
  /** The code that the cart carries for it. */
  code: string | null;
  /** Why this cart never gets it. */
  refused: 'used_by_customer' | null;
  /** Uses left, without what this cart's own checkout holds; null without a limit. */
  left: number | null;
  leftForCustomer: number | null;
}

/** A line that can be bought, as promotions look at it. */
export interface PromotionLine {
  variantId: string;
  productId: string;
  /** Its category and all above. */
  categoryIds: readonly string[];
  sellerId: string;
  unitPrice: number;
  quantity: number;
}

/** Why a promotion does not count. */
export type NotApplied =
  | 'not_started'
  | 'ended'
  | 'used_up'
  | 'used_by_customer'
  | 'currency'
  | 'no_such_goods'
  | 'minimum'
  | 'not_combinable'
  | 'no_effect';

export interface AppliedPromotion {
  promotionId: string;
  /** Null when it needs none. */
  code: string | null;
  title: string;
  kind: PromotionKind;
  bearer: Bearer;
  /** Off goods, in minor units: the sum of `lines`. */
  amount: number;
  lines: { variantId: string; amount: number }[];
  /** Sellers whose parcels go free of charge. */
  freeShipping: string[];
}

export interface RefusedPromotion {
  promotionId: string;
  code: string | null;
  title: string;
  reason: NotApplied;
  /** What the goods it is for must cost, when that is the reason. */
  minimum: number | null;
}

export interface PricedPromotions {
  applied: AppliedPromotion[];
  refused: RefusedPromotion[];
  /** Off each line, in minor units, by variant; lines without a discount are left out. */
  discounts: Map<string, number>;
}
