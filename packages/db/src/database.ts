import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { SharedPool } from './shared-pool.ts';
import { createSql, type Sql } from './sql.ts';

export interface DatabaseOptions {
  url: string;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  maximumConnections?: number;
  /** A statement that runs longer is cancelled. 0 for jobs that may take their time. */
  statementTimeoutMs?: number;
  /** Called with the text of every statement sent, for counting in tests and benchmarks. */
  onStatement?: (text: string) => void;
  onError?: (error: Error) => void;
}

export interface Database {
  readonly url: string;
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  readonly sql: Sql;
  close(): Promise<void>;
}

/** Prisma's own statements get names too, so that PostgreSQL plans them once per connection. Bounded: lists of many lengths make many texts. */
function statementNames(limit: number): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined) return name;
    if (names.size >= limit) return '';
    const fresh = `prisma_${createHash('sha1').update(sql).digest('hex')}`;
    names.set(sql, fresh);
    return fresh;
  };
}

function observe(pool: pg.Pool, onStatement: (text: string) => void): void {
  pool.on('connect', (client) => {
    const original = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [first] = args;
        const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text;
        if (text) onStatement(text);
        return original(...args);
      },
    });
  });
}

export function createDatabase(options: DatabaseOptions): Database {
  const pool = new SharedPool({
    connectionString: options.url,
    application_name: options.applicationName ?? 'mallhive',
    max: options.maximumConnections ?? 16,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => options.onError?.(error));
  // The same for one that breaks in a transaction between two statements; the next statement fails and says so.
  pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)));
  if (options.onStatement) observe(pool, options.onStatement);

  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementNames(400) }),
    errorFormat: 'minimal',
  });
  let closing: Promise<void> | undefined;
  return {
    url: options.url,
    prisma,
    pool,
    sql: createSql(() => pool),
    close: () => {
      closing ??= prisma.$disconnect().then(() => pool.end());
      return closing;
    },
  };
}
