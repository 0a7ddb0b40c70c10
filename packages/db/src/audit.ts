import { type AuditEntry, type AuditFilter, type AuditRow, newId } from '@mallhive/kernel';
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
