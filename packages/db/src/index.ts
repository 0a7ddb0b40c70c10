export type { AuditActor } from '@mallhive/kernel';
export { appendAudit, auditedDomains, readAudit } from './audit.ts';
export { createDatabase, type Database, type DatabaseOptions } from './database.ts';
export { Prisma, type PrismaClient } from './generated/client.ts';
export {
  appendEvents,
  type DomainName,
  domains,
  type OutboxNotice,
  outboxChannel,
  outboxSql,
  outboxValues,
} from './outbox.ts';
export type { Sql } from './sql.ts';
export { type Statement, statement } from './statement.ts';
export {
  isRetryable,
  isUniqueViolation,
  type SqlTransaction,
  type Transaction,
  type TransactionOptions,
  withSqlTransaction,
  withTransaction,
} from './transaction.ts';
