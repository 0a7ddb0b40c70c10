import type { AuditActor } from '@mallhive/kernel';
import { administratorsOnly, notAMember, roleTooLow } from './errors.ts';

type Role = 'owner' | 'manager' | 'fulfilment';

/** A person as the edge knows them. */
export interface MoneyActor {
  id: string;
  roles: readonly string[];
  memberships: readonly { sellerId: string; role: Role }[];
}

function roleIn(actor: MoneyActor, sellerId: string): Role {
  const membership = actor.memberships.find((candidate) => candidate.sellerId === sellerId);
  if (!membership) throw notAMember();
  return membership.role;
}

/** A seller's money is for owners and managers to see. */
export function assertSeesMoney(actor: MoneyActor, sellerId: string): void {
  if (roleIn(actor, sellerId) === 'fulfilment') throw roleTooLow();
}

/** Where it goes is for owners to say. */
export function assertOwner(actor: MoneyActor, sellerId: string): void {
  if (roleIn(actor, sellerId) !== 'owner') throw roleTooLow();
}

export function assertAdministrator(actor: MoneyActor): void {
  if (!actor.roles.includes('administrator')) throw administratorsOnly();
}

export const asOwner = (actor: MoneyActor): AuditActor => ({ kind: 'seller', userId: actor.id });
export const asAdministrator = (actor: MoneyActor): AuditActor => ({ kind: 'administrator', userId: actor.id });
