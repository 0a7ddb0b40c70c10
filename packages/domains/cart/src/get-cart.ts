import { emptyCart, viewCart } from './cart-view.ts';
import { claimGuestCart } from './claim-guest-cart.ts';
import type { Cart } from './contract.ts';
import { audienceOf, type Deps, readVariants } from './deps.ts';
import { type CartOwner, type CookieChange, cartKey } from './owner.ts';
import type { Audience } from './ports.ts';

export interface CartReply {
  cart: Cart;
  cookie: CookieChange;
}

/** Prices are those of now, in whatever currency is asked for. */
export async function getCart(deps: Deps, owner: CartOwner, wanted: Partial<Audience> = {}): Promise<CartReply> {
  const cookie = await claimGuestCart(deps, owner);
  const key = cartKey(owner);
  const stored = key.userId || key.tokenHash ? await deps.carts.find(key, deps.clock.now()) : null;
  const audience = audienceOf(deps, wanted, stored?.currency);
  if (!stored) return { cart: emptyCart(audience.currency), cookie };
  const variants = await readVariants(
    deps,
    stored.lines.map((line) => line.variantId),
    audience,
  );
  return { cart: viewCart(stored, variants, audience.currency, deps.clock.now()), cookie };
}
