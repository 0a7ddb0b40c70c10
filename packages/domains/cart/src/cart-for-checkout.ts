import type { Currency } from '@mallhive/kernel';
import { viewCart } from './cart-view.ts';
import { claimGuestCart } from './claim-guest-cart.ts';
import type { CartNotice } from './contract.ts';
import { audienceOf, type Deps, readVariants } from './deps.ts';
import { type CartOwner, cartKey } from './owner.ts';
import type { Audience, CartVariant } from './ports.ts';

/** What checkout builds an order from: prices and availability as of now. */
export interface CheckoutCart {
  id: string;
  version: number;
  status: 'active' | 'merged' | 'closed';
  /** Of every price in it. */
  currency: Currency;
  lines: (CartVariant & { quantity: number; available: number })[];
  notices: CartNotice[];
}

/** By the owner's session or cookie, or by the id that a checkout remembers (the caller has checked whose it is). */
export async function cartForCheckout(
  deps: Deps,
  which: { owner: CartOwner } | { cartId: string },
  wanted: Partial<Audience> = {},
): Promise<CheckoutCart | null> {
  if ('owner' in which) await claimGuestCart(deps, which.owner);
  const stored = 'owner' in which ? await deps.carts.find(cartKey(which.owner)) : await deps.carts.byId(which.cartId);
  if (!stored) return null;
  const audience = audienceOf(deps, wanted, stored.currency);
  const variants = await readVariants(
    deps,
    stored.lines.map((line) => line.variantId),
    audience,
  );
  const lines = stored.lines.flatMap(({ variantId, quantity, available }) => {
    const variant = variants.get(variantId);
    return variant ? [{ ...variant, quantity, available: variant.published ? Math.max(0, available) : 0 }] : [];
  });
  const { currency } = audience;
  const { notices } = viewCart(stored, variants, currency);
  return { id: stored.id, version: stored.version, status: stored.status, currency, lines, notices };
}
