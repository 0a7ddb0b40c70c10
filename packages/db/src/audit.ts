import { newId } from '@mallhive/kernel';
import type { DomainName } from './outbox.ts';
import type { Sql } from './sql.ts';
import { type Statement, statement } from './statement.ts';
import type { SqlTransaction } from './transaction.ts';

/** Domains that keep an audit log, each in its own table `<domain>.audit_entries` (prisma/schema/audit.prisma). */
export const auditedDomains = [
  'identity',
  'catalog',
  'cart',
  'orders',
  'payments',
  'notifications',
  'search',
] as const satisfies readonly DomainName[];
export type AuditedDomain = (typeof auditedDomains)[number];

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
  domain: AuditedDomain;
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

const appends = new Map<AuditedDomain, Statement>();
const reads = new Map<AuditedDomain, Statement>();
for (const domain of auditedDomains) {
  appends.set(
    domain,
    statement(
      `audit.append.${domain}`,
      `insert into "${domain}".audit_entries
         (id, actor_user_id, actor_kind, seller_id, action, object_type, object_id, changes, at)
       select d.id, d."userId", d.kind, d."sellerId", d.action, d."objectType", d."objectId", d.changes, d.at
       from jsonb_to_recordset($1::jsonb) as d(id uuid, "userId" uuid, kind text, "sellerId" uuid, action text,
         "objectType" text, "objectId" text, changes jsonb, at timestamptz)`,
    ),
  );
  reads.set(
    domain,
    statement(
      `audit.read.${domain}`,
      `select id, '${domain}' as domain, actor_user_id as "actorUserId", actor_kind as "actorKind", seller_id as "sellerId",
         action, object_type as "objectType", object_id as "objectId", changes, at
       from "${domain}".audit_entries
       where ($1::uuid is null or seller_id = $1) and ($2::uuid is null or actor_user_id = $2)
         and ($3::text is null or object_type = $3) and ($4::text is null or object_id = $4)
         and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)
         and ($7::timestamptz is null or (at, id) < ($7, $8::uuid))
       order by at desc, id desc limit $9`,
    ),
  );
}

function of(statements: Map<AuditedDomain, Statement>, domain: AuditedDomain): Statement {
  const found = statements.get(domain);
  if (!found) throw new Error(`No audit log for ${domain}`);
  return found;
}

/** Writes who changed what beside the change itself: both are committed, or neither. One statement, however many. */
export async function appendAudit(
  tx: SqlTransaction,
  domain: AuditedDomain,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ actor, at, changes = {}, ...entry }) => ({
    ...entry,
    ...actor,
    id: newId(at.getTime()),
    changes,
    at,
  }));
  await tx.sql.execute(of(appends, domain), [JSON.stringify(rows)]);
}

/** Newest first. The caller decides whose entries may be read; nothing is checked here. */
export function readAudit(db: { sql: Sql }, domain: AuditedDomain, filter: AuditFilter): Promise<AuditRow[]> {
  const { sellerId, actorUserId, objectType, objectId, since, until, after, limit } = filter;
  return db.sql.many<AuditRow>(of(reads, domain), [
    sellerId ?? null,
    actorUserId ?? null,
    objectType ?? null,
    objectId ?? null,
    since ?? null,
    until ?? null,
    after?.at ?? null,
    after?.id ?? null,
    limit,
  ]);
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
