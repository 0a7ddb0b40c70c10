import { type Database, readAudit } from '@mallhive/db';
import type { AuditFilter } from '@mallhive/kernel';

export const readAuditEntries = (db: Database, filter: AuditFilter) => readAudit(db, 'catalog', filter);
