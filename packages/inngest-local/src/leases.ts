import type { PoolClient } from 'pg';
import type { Job } from './claim-jobs.ts';
import { executorLockSpace, type Queryable } from './database.ts';

/** Registers this process: it holds a lock for as long as its connection lives, so that others see at once when it died. */
export async function registerExecutor(session: PoolClient): Promise<number> {
  const { rows } = await session.query<{ id: number }>(`SELECT nextval('inngest_local.executor_ids')::int AS id`);
  const id = rows[0]?.id ?? 0;
  await session.query('SELECT pg_advisory_lock($1, $2)', [executorLockSpace, id]);
  await session.query('INSERT INTO inngest_local.executors (id) VALUES ($1)', [id]);
  return id;
}

/** Extends the leases of the calls that are under way here: neither taken over nor just handed back for a later retry. */
export async function renewLeases(db: Queryable, jobs: readonly Job[], leaseMs: number): Promise<void> {
  if (jobs.length === 0) return;
  await db.query(
    `UPDATE inngest_local.jobs job SET visible_at = clock_timestamp() + $3 * interval '1 millisecond'
     FROM unnest($1::bigint[], $2::bigint[]) AS held (id, token)
     WHERE job.id = held.id AND job.token = held.token AND job.owner IS NOT NULL`,
    [jobs.map(({ id }) => id), jobs.map(({ token }) => token), leaseMs],
  );
}

/** Gives calls back that are claimed and not under way, so that others can make them at once. */
export async function releaseJobs(db: Queryable, owner: number): Promise<void> {
  await db.query(
    `UPDATE inngest_local.jobs SET owner = NULL, visible_at = clock_timestamp(), token = token + 1 WHERE owner = $1`,
    [owner],
  );
}

/**
 * Takes over from processes that are gone. Their lock is free, which only the death of their connection explains; a
 * process that merely lost its connection is fenced off by the token. True when there was anything to take over.
 */
export async function takeOverFromDead(session: PoolClient, self: number): Promise<boolean> {
  const { rows } = await session.query<{ id: number }>('SELECT id::int FROM inngest_local.executors WHERE id <> $1', [
    self,
  ]);
  let found = false;
  for (const { id } of rows) {
    const lock = await session.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
      executorLockSpace,
      id,
    ]);
    if (!lock.rows[0]?.taken) continue;
    try {
      await releaseJobs(session, id);
      await session.query('DELETE FROM inngest_local.executors WHERE id = $1', [id]);
      found = true;
    } finally {
      await session.query('SELECT pg_advisory_unlock($1, $2)', [executorLockSpace, id]);
    }
  }
  return found;
}
