import { notAMember, roleTooLow } from './errors.ts';

/** Who asks, as the edge knows them. */
export interface Actor {
  id: string;
  memberships: readonly { sellerId: string; role: string }[];
}

/** Any member may look. */
export function assertMember(actor: Actor, sellerId: string): void {
  if (!actor.memberships.some((membership) => membership.sellerId === sellerId)) throw notAMember();
}

/** Owners and managers edit; fulfilment staff do not. */
export function assertEditor(actor: Actor, sellerId: string): void {
  const membership = actor.memberships.find((candidate) => candidate.sellerId === sellerId);
  if (!membership) throw notAMember();
  if (membership.role === 'fulfilment') throw roleTooLow();
}
