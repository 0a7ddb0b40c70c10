/** In which capacity somebody acted. `system` is a job or an operation of the shop itself and has no user. */
export type AuditActorKind = 'shopper' | 'seller' | 'administrator' | 'api_key' | 'system';

/** Who does something on behalf of whom; made at the edge, handed through the use case. */
export interface AuditActor {
  kind: AuditActorKind;
  userId: string | null;
}

/** For what the shop does by itself. */
export const systemActor: AuditActor = { kind: 'system', userId: null };

/** One change as a repository hands it over. `changes` holds `[before, after]` per field: no secrets, no personal data. */
export interface AuditEntry {
  actor: AuditActor;
  /** The organisation that the thing belongs to; its owner may read the entry. Null: only administrators may. */
  sellerId: string | null;
  /** `<object>.<verb>`: `product.update`, `member.remove`. */
  action: string;
  objectType: string;
  objectId: string;
  changes?: Record<string, readonly [before: unknown, after: unknown]>;
  at: Date;
}

export interface AuditRow {
  id: string;
  domain: string;
  actorUserId: string | null;
  actorKind: AuditActorKind;
  sellerId: string | null;
  action: string;
  objectType: string;
  objectId: string;
  changes: Record<string, [unknown, unknown]>;
  at: Date;
}

export interface AuditFilter {
  sellerId?: string | undefined;
  actorUserId?: string | undefined;
  objectType?: string | undefined;
  objectId?: string | undefined;
  /** From and including. */
  since?: Date | undefined;
  /** Up to and excluding. */
  until?: Date | undefined;
  /** The last entry already seen; newest first. */
  after?: { at: Date; id: string } | undefined;
  limit: number;
}

/** What differs, as `changes` of an entry; empty when nothing does. Only the fields named. */
export function changedFields<Row extends object>(
  before: Row,
  after: Row,
  fields: readonly (keyof Row & string)[],
): Record<string, [unknown, unknown]> {
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, [before[field], after[field]]]),
  );
}
