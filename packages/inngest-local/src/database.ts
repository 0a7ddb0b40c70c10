import { createHash } from 'node:crypto';
import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { schemaSql } from './schema.ts';

/** A pool or one connection inside a transaction. */
export interface Queryable {
  query<Row extends QueryResultRow>(
    query: string | { name: string; text: string; values: unknown[] },
    values?: unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>;
}

/** A statement of the hot path: planned once for each connection. */
export function prepared(
  name: string,
  text: string,
  values: unknown[] = [],
): { name: string; text: string; values: unknown[] } {
  return { name: `inngest_local_${name}`, text, values };
}

/** First key of every advisory lock taken here; the second says what for. */
export const lockSpace = 0x1e_57;
export const locks = { schema: 1, dispatch: 2, slots: 3 } as const;
/** Executors lock `executorLockSpace, id`. */
export const executorLockSpace = 0x1e_58;

export function openPool(databaseUrl: string, size: number): Pool {
  const pool = new Pool({ connectionString: databaseUrl, max: size, application_name: 'inngest-local' });
  // An idle connection that breaks is replaced at the next use.
  pool.on('error', () => {});
  // One that breaks in a transaction between two statements must not end the process: the next statement fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const deadlock = '40P01';

function isDeadlock(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === deadlock;
}

/** With `lock`, everything in `work` sees what the holders before this one have committed. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (db: PoolClient) => Promise<Result>,
  lock?: keyof typeof locks,
): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(lock ? `BEGIN; ${lockSql(lock)}` : 'BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((cause: Error) => {
        broken = cause;
      });
      if (!isDeadlock(error) || attempt >= 5) throw error;
    } finally {
      client.release(broken);
    }
  }
}

function lockSql(lock: keyof typeof locks): string {
  return `SELECT pg_advisory_xact_lock(${lockSpace}, ${locks[lock]})`;
}

/** Creates or completes the tables; one look when they are as this version wants them. */
export async function createSchema(pool: Pool): Promise<void> {
  const version = createHash('sha256').update(schemaSql).digest('hex');
  const create = async (db: PoolClient): Promise<void> => {
    const { rows } = await db.query<{ version: string | null }>(
      `SELECT obj_description(oid, 'pg_namespace') AS version FROM pg_namespace WHERE nspname = 'inngest_local'`,
    );
    if (rows[0]?.version === version) return;
    await db.query(schemaSql);
    await db.query(`COMMENT ON SCHEMA inngest_local IS '${version}'`);
  };
  await inTransaction(pool, create, 'schema');
}
