import { auditedDomains, type Database, readAudit } from '@mallhive/db';
import type { AuditSource } from '@mallhive/identity/ports';

/** The audit logs of all domains but identity, which reads its own. In one process they are in one database. */
export function createAuditSources(db: Database): Record<string, AuditSource> {
  const others = auditedDomains.filter((domain) => domain !== 'identity');
  return Object.fromEntries(others.map((domain) => [domain, (filter) => readAudit(db, domain, filter)] as const));
}
