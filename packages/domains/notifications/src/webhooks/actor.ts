import type { AuditActor } from '@mallhive/kernel';
import { notAMember, roleTooLow } from './errors.ts';

/** A person as the edge knows them. */
export interface WebhookActor {
  id: string;
  memberships: readonly { sellerId: string; role: 'owner' | 'manager' | 'fulfilment' }[];
}

/** What leaves the shop, and where to, is for owners to say. */
export function assertOwner(actor: WebhookActor, sellerId: string): void {
  const membership = actor.memberships.find((candidate) => candidate.sellerId === sellerId);
  if (!membership) throw notAMember();
  if (membership.role !== 'owner') throw roleTooLow();
}

export const asOwner = ({ id }: WebhookActor): AuditActor => ({ kind: 'seller', userId: id });
