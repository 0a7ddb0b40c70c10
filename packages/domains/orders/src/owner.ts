import { createHash } from 'node:crypto';
import { notAMember, roleTooLow } from './errors.ts';
import type { Shopper } from './ports.ts';

/** A member of seller organisations, as the edge knows them. */
export interface SellerActor {
  /** The person's; for what is written about who did what. */
  id?: string;
  memberships: readonly { sellerId: string; role?: 'owner' | 'manager' | 'fulfilment' }[];
}

export function assertMember(actor: SellerActor, sellerId: string): void {
  if (!actor.memberships.some((membership) => membership.sellerId === sellerId)) throw notAMember();
}

/** Money is for owners and managers to give back. */
export function assertManager(actor: SellerActor, sellerId: string): void {
  assertMember(actor, sellerId);
  const role = actor.memberships.find((membership) => membership.sellerId === sellerId)?.role;
  if (role === 'fulfilment') throw roleTooLow();
}

function hashOf(cartToken: string | null): string | null {
  return cartToken ? createHash('sha256').update(cartToken).digest('hex') : null;
}

/** A checkout remembers whose cart it came from: a user, or the holder of a guest cookie by the cookie's hash. */
export function ownerKey({ userId, cartToken }: Shopper): { userId: string | null; tokenHash: string | null } {
  return userId ? { userId, tokenHash: null } : { userId: null, tokenHash: hashOf(cartToken) };
}

/** A guest who signed in meanwhile still holds the cookie. */
export function owns(shopper: Shopper, checkout: { userId: string | null; tokenHash: string | null }): boolean {
  if (checkout.userId) return checkout.userId === shopper.userId;
  return checkout.tokenHash !== null && checkout.tokenHash === hashOf(shopper.cartToken);
}
