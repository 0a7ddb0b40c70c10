import type { AuditActor, AuditEntry } from '@mallhive/kernel';

export const sellerActor = (userId: string): AuditActor => ({ kind: 'seller', userId });
export const administratorActor = (userId: string): AuditActor => ({ kind: 'administrator', userId });

/** An entry about an organisation itself; things inside it name themselves in `objectType` and `objectId`. */
export function auditOf(
  actor: AuditActor,
  sellerId: string,
  action: string,
  at: Date,
  changes: NonNullable<AuditEntry['changes']> = {},
  object: { objectType: string; objectId: string } = { objectType: 'organisation', objectId: sellerId },
): AuditEntry {
  return { actor, sellerId, action, ...object, changes, at };
}
