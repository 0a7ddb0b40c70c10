import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';
import { Prisma } from './generated/client.ts';
import { type ConnectionSlot, transactionConnection } from './shared-pool.ts';
import { createSql, type Sql } from './sql.ts';

/** Enough for statements by hand and for `appendEvents`. */
export interface SqlTransaction {
  readonly sql: Sql;
}

/** Prisma and hand-written SQL on one connection, in one transaction. */
export interface Transaction extends SqlTransaction {
  readonly prisma: Prisma.TransactionClient;
}

export interface TransactionOptions {
  isolation?: 'ReadCommitted' | 'RepeatableRead' | 'Serializable';
  /** The transaction is rolled back when it takes longer. Keep it short; never call an outside system inside. */
  timeoutMs?: number;
  /** Tries in all when PostgreSQL reports a deadlock or a serialization failure. */
  attempts?: number;
}

const retryable = new Set(['40001', '40P01', 'P2034', 'TransactionWriteConflict']);

/** True for a deadlock or serialization failure, however deep the driver and Prisma have wrapped it. */
export function isRetryable(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    const { code, kind, originalCode, cause } = current as Record<string, unknown>;
    if ([code, kind, originalCode].some((value) => typeof value === 'string' && retryable.has(value))) return true;
    current = cause;
  }
  return false;
}

/** True when a unique constraint refused a row; `constraint` narrows it to one index by its name. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    const record = current as Record<string, unknown>;
    if (record.code === '23505' || record.originalCode === '23505' || record.code === 'P2002') {
      return constraint === undefined || JSON.stringify([record, record.message, record.meta]).includes(constraint);
    }
    current = record.cause;
  }
  return false;
}

async function withRetry<Value>(attempts: number, work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      await sleep(2 ** attempt * 5 + Math.random() * 20);
    }
  }
}

/** Runs `work` in one short transaction and may run it again after a deadlock, so it must have no effect outside the database. */
export function withTransaction<Value>(
  database: Database,
  work: (tx: Transaction) => Promise<Value>,
  options: TransactionOptions = {},
): Promise<Value> {
  return withRetry(options.attempts ?? 4, () => {
    const slot: ConnectionSlot = {};
    return transactionConnection.run(slot, () =>
      database.prisma.$transaction(
        (prisma) => {
          const { client } = slot;
          if (!client) throw new Error('Prisma did not take its connection from the shared pool');
          return work({ prisma, sql: createSql(() => client) });
        },
        {
          isolationLevel: Prisma.TransactionIsolationLevel[options.isolation ?? 'ReadCommitted'],
          timeout: options.timeoutMs ?? 10_000,
          maxWait: 10_000,
        },
      ),
    );
  });
}

const begin = {
  ReadCommitted: 'BEGIN',
  RepeatableRead: 'BEGIN ISOLATION LEVEL REPEATABLE READ',
  Serializable: 'BEGIN ISOLATION LEVEL SERIALIZABLE',
} as const;

/** The same without Prisma: two round trips less work for hot writes such as adding to the cart. */
export function withSqlTransaction<Value>(
  database: Database,
  work: (tx: SqlTransaction) => Promise<Value>,
  options: Omit<TransactionOptions, 'timeoutMs'> = {},
): Promise<Value> {
  return withRetry(options.attempts ?? 4, async () => {
    const client = await database.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin[options.isolation ?? 'ReadCommitted']);
      const value = await work({ sql: createSql(() => client) });
      await client.query('COMMIT');
      return value;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  });
}
