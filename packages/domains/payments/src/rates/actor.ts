import type { AuditActor } from '@mallhive/kernel';
import { administratorsOnly, notAMember, roleTooLow, sellerNotActive } from './errors.ts';

/** Who asks, as the edge knows them. */
export interface Actor {
  id: string;
  memberships: readonly { sellerId: string; role: string; status?: string | undefined }[];
  roles?: readonly string[];
}

export function assertAdministrator(actor: Actor): AuditActor {
  if (!actor.roles?.includes('administrator')) throw administratorsOnly();
  return { kind: 'administrator', userId: actor.id };
}

export function assertMember(actor: Actor, sellerId: string): void {
  if (!actor.memberships.some((membership) => membership.sellerId === sellerId)) throw notAMember();
}

/** What sending costs is for owners and managers to say, while the organisation may sell. */
export function assertManager(actor: Actor, sellerId: string): AuditActor {
  const membership = actor.memberships.find((candidate) => candidate.sellerId === sellerId);
  if (!membership) throw notAMember();
  if (membership.role === 'fulfilment') throw roleTooLow();
  if (membership.status === 'suspended' || membership.status === 'rejected') throw sellerNotActive();
  return { kind: 'seller', userId: actor.id };
}
