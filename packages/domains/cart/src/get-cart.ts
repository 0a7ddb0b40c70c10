import { emptyCart, viewCart } from './cart-view.ts';
import { claimGuestCart } from './claim-guest-cart.ts';
import type { Cart } from './contract.ts';
import { type Deps, readVariants } from './deps.ts';
import { type CartOwner, type CookieChange, cartKey } from './owner.ts';

export interface CartReply {
  cart: Cart;
  cookie: CookieChange;
}

export async function getCart(deps: Deps, owner: CartOwner): Promise<CartReply> {
  const cookie = await claimGuestCart(deps, owner);
  const key = cartKey(owner);
  const stored = key.userId || key.tokenHash ? await deps.carts.find(key) : null;
  if (!stored) return { cart: emptyCart(deps.currency), cookie };
  const variants = await readVariants(
    deps,
    stored.lines.map((line) => line.variantId),
  );
  return { cart: viewCart(stored, variants), cookie };
}
