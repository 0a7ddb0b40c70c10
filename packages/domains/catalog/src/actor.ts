import type { AuditActor } from '@mallhive/kernel';
import { administratorsOnly, notAMember, roleTooLow, sellerNotActive } from './errors.ts';

/** Who asks, as the edge knows them. */
export interface Actor {
  id: string;
  memberships: readonly { sellerId: string; role: string; status?: string | undefined }[];
  roles?: readonly string[];
}

/** Any member may look. */
export function assertMember(actor: Actor, sellerId: string): void {
  if (!actor.memberships.some((membership) => membership.sellerId === sellerId)) throw notAMember();
}

/** Owners and managers edit; fulfilment staff do not, nor does anybody of an organisation that was closed. */
export function assertEditor(actor: Actor, sellerId: string): void {
  const membership = actor.memberships.find((candidate) => candidate.sellerId === sellerId);
  if (!membership) throw notAMember();
  if (membership.role === 'fulfilment') throw roleTooLow();
  if (membership.status === 'suspended' || membership.status === 'rejected') throw sellerNotActive();
}

export function assertAdministrator(actor: Actor): void {
  if (!actor.roles?.includes('administrator')) throw administratorsOnly();
}

export const asSeller = (actor: Actor): AuditActor => ({ kind: 'seller', userId: actor.id });
export const asAdministrator = (actor: Actor): AuditActor => ({ kind: 'administrator', userId: actor.id });
