import { createHash } from 'node:crypto';
import { notAMember, roleTooLow } from './errors.ts';

/** Whose cart: the session's user, or the holder of the guest cookie. */
export interface CartOwner {
  userId: string | null;
  cartToken: string | null;
}

/** What the edge must do to the guest cookie after a call. */
export type CookieChange = { kind: 'set'; token: string } | { kind: 'clear' } | null;

export interface CartKey {
  userId: string | null;
  tokenHash: string | null;
}

/** The token itself is never stored. */
export function hashCartToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function cartKey(owner: CartOwner): CartKey {
  if (owner.userId) return { userId: owner.userId, tokenHash: null };
  return { userId: null, tokenHash: owner.cartToken ? hashCartToken(owner.cartToken) : null };
}

/** A member of seller organisations, as the edge knows them. */
export interface StockActor {
  id: string;
  /** Set when an API key acts for the person who made it. */
  apiKeyId?: string | null | undefined;
  memberships: readonly { sellerId: string; role: 'owner' | 'manager' | 'fulfilment' }[];
}

export function assertMember(actor: StockActor, sellerId: string): void {
  if (!actor.memberships.some((membership) => membership.sellerId === sellerId)) throw notAMember();
}

/** Where stock is kept is for owners and managers to say. */
export function assertManager(actor: StockActor, sellerId: string): void {
  const membership = actor.memberships.find((candidate) => candidate.sellerId === sellerId);
  if (!membership) throw notAMember();
  if (membership.role === 'fulfilment') throw roleTooLow();
}
