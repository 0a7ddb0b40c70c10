import type { Deps } from './deps.ts';
import { type CartOwner, type CookieChange, hashCartToken } from './owner.ts';

/** A signed-in caller who still carries a guest cookie: their guest cart becomes, or joins, their own; the cookie goes. */
export async function claimGuestCart(deps: Deps, owner: CartOwner): Promise<CookieChange> {
  if (!owner.userId || !owner.cartToken) return null;
  await deps.carts.merge(owner.userId, hashCartToken(owner.cartToken), deps.clock.now());
  return { kind: 'clear' };
}
