import type { Currency } from '@mallhive/kernel';
import type { StoredCart } from './cart-store.ts';
import { noticesOf, pricedPromotions, refusedCoupons } from './cart-view.ts';
import { claimGuestCart } from './claim-guest-cart.ts';
import type { CartNotice } from './contract.ts';
import { audienceOf, type Deps, readVariants } from './deps.ts';
import { type CartOwner, cartKey } from './owner.ts';
import type { Audience, CartVariant } from './ports.ts';
import type { RefusedCoupon } from './promotions/contract.ts';
import type { AppliedPromotion } from './promotions/promotion.ts';

/** Of a bundle: what is to be packed for one of it. */
interface CheckoutPart {
  variantId: string;
  quantity: number;
  sku: string;
  title: string;
  variantTitle: string;
}

/** What checkout builds an order from: prices and availability as of now. */
export interface CheckoutCart {
  id: string;
  version: number;
  status: 'active' | 'merged' | 'closed';
  /** Of every price in it. */
  currency: Currency;
  lines: (CartVariant & { quantity: number; available: number; parts?: CheckoutPart[] })[];
  notices: CartNotice[];
  /** What makes it cheaper, with what each line gets off. */
  promotions: AppliedPromotion[];
  refusedCoupons: RefusedCoupon[];
}

/** In English, as sellers pack them. Most carts have no bundle in them, and ask nothing. */
async function namesOfParts(deps: Deps, { lines }: StoredCart) {
  const ids = new Set(lines.flatMap(({ parts }) => parts?.map((part) => part.variantId) ?? []));
  const known = ids.size > 0 ? await deps.variants.variantsForStock([...ids]) : [];
  const names = new Map(
    known.map(({ variantId, sku, title, variantTitle }) => [variantId, { sku, title, variantTitle }]),
  );
  return { get: (id: string) => names.get(id) ?? { sku: '', title: '', variantTitle: '' } };
}

/** By the owner's session or cookie, or by the id that a checkout remembers (the caller has checked whose it is). */
export async function cartForCheckout(
  deps: Deps,
  which: { owner: CartOwner } | { cartId: string },
  wanted: Partial<Audience> = {},
): Promise<CheckoutCart | null> {
  if ('owner' in which) await claimGuestCart(deps, which.owner);
  const now = deps.clock.now();
  const stored =
    'owner' in which ? await deps.carts.find(cartKey(which.owner), now) : await deps.carts.byId(which.cartId, now);
  if (!stored) return null;
  const audience = audienceOf(deps, wanted, stored.currency);
  const variants = await readVariants(
    deps,
    stored.lines.map((line) => line.variantId),
    audience,
  );
  const named = await namesOfParts(deps, stored);
  const lines = stored.lines.flatMap(({ variantId, quantity, available, parts }) => {
    const variant = variants.get(variantId);
    if (!variant) return [];
    const made = parts && { parts: parts.map((part) => ({ ...part, ...named.get(part.variantId) })) };
    return [{ ...variant, ...made, quantity, available: variant.published ? Math.max(0, available) : 0 }];
  });
  const { currency } = audience;
  const priced = pricedPromotions(stored, variants, currency, now);
  return {
    id: stored.id,
    version: stored.version,
    status: stored.status,
    currency,
    lines,
    notices: noticesOf(stored, variants),
    promotions: priced.applied,
    refusedCoupons: refusedCoupons(priced, currency),
  };
}
