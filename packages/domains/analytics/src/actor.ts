import { notAMember } from './errors.ts';

/** Who asks, as the edge knows them. */
export interface Actor {
  id: string;
  memberships: readonly { sellerId: string }[];
}

export function assertMember(actor: Actor, sellerId: string): void {
  if (!actor.memberships.some((membership) => membership.sellerId === sellerId)) throw notAMember();
}
