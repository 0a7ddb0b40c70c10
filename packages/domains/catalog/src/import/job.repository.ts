import {
  appendAudit,
  appendEvents,
  type Database,
  type SqlTransaction,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import type { AuditActor, DomainEvent } from '@mallhive/kernel';
import type { ImportJob } from '../contract-import.ts';
import type { RowProblem } from './problem.ts';

export interface StoredJob {
  id: string;
  sellerId: string;
  userId: string;
  fileKey: string;
  fileName: string;
  bytes: number;
  encoding: string;
  delimiter: string;
  mapping: (string | null)[] | null;
  mode: 'all_or_nothing' | 'good_rows';
  dryRun: boolean;
  status: ImportJob['status'];
  rows: number;
  checkedRows: number;
  writtenRows: number;
  errorRows: number;
  public: ImportJob;
}

const columns = `j.id, j.seller_id as "sellerId", j.user_id as "userId", j.file_key as "fileKey", j.file_name as "fileName", j.bytes, j.encoding,
  j.delimiter, j.mapping, j.mode, j.dry_run as "dryRun", j.status, j.rows, j.checked_rows as "checkedRows", j.written_rows as "writtenRows",
  j.error_rows as "errorRows", json_build_object(
    'id', j.id, 'fileName', j.file_name, 'bytes', j.bytes, 'status', j.status, 'mode', j.mode, 'dryRun', j.dry_run, 'rows', j.rows,
    'checkedRows', j.checked_rows, 'writtenRows', j.written_rows,
    'products', json_build_object('created', j.created, 'updated', j.updated, 'unchanged', j.unchanged, 'refused', j.refused),
    'errorRows', j.error_rows, 'createdAt', catalog.iso(j.created_at), 'startedAt', catalog.iso(j.started_at),
    'finishedAt', catalog.iso(j.finished_at)) as public`;

const insert = statement(
  'catalog.insert-import',
  `insert into catalog.import_jobs (id, seller_id, user_id, file_key, file_name, bytes, encoding, delimiter, rows, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const one = statement(
  'catalog.import-job',
  `select ${columns} from catalog.import_jobs j where j.id = $1 and ($2::uuid is null or j.seller_id = $2)`,
);
const list = statement(
  'catalog.import-jobs',
  `select ${columns} from catalog.import_jobs j where j.seller_id = $1 order by j.created_at desc limit 50`,
);
const lock = statement(
  'catalog.lock-import',
  `select ${columns} from catalog.import_jobs j where j.id = $1 for update`,
);
const start = statement(
  'catalog.start-import',
  `update catalog.import_jobs set status = 'queued', delimiter = $2, mapping = $3::json, mode = $4, dry_run = $5, started_at = $6 where id = $1`,
);
const copy = statement(
  'catalog.copy-import',
  `insert into catalog.import_jobs (id, seller_id, user_id, file_key, file_name, bytes, encoding, delimiter, mapping, mode, dry_run, status,
     rows, created_at, started_at)
   select $2, seller_id, $3, file_key, file_name, bytes, encoding, delimiter, mapping, $4, $5, 'queued', rows, $6, $6
   from catalog.import_jobs where id = $1`,
);
const setStatus = statement(
  'catalog.set-import-status',
  `update catalog.import_jobs set status = $2, finished_at = case when $3 then $4::timestamptz end,
     checked_rows = case when $5 then rows else checked_rows end, written_rows = case when $6 then rows else written_rows end
   where id = $1`,
);
const remember = statement(
  'catalog.remember-mapping',
  `insert into catalog.import_mappings (seller_id, header_hash, mapping, used_at) values ($1, $2, $3::json, $4)
   on conflict (seller_id, header_hash) do update set mapping = excluded.mapping, used_at = excluded.used_at`,
);
const remembered = statement(
  'catalog.remembered-mapping',
  'select mapping from catalog.import_mappings where seller_id = $1 and header_hash = $2',
);
const errors = statement(
  'catalog.import-errors',
  `select row, "column", value, code, message from catalog.import_errors where import_id = $1 and row > $2 order by row, position limit $3`,
);
const addErrors = statement(
  'catalog.add-import-errors',
  `insert into catalog.import_errors (import_id, row, position, "column", value, code, message)
   select $1, x.row, x.position, x."column", x.value, x.code, x.message
   from json_to_recordset($2::json) as x (row int, position int, "column" text, value text, code text, message text)
   on conflict do nothing`,
);
const clearErrors = statement('catalog.clear-import-errors', 'delete from catalog.import_errors where import_id = $1');
const progress = statement(
  'catalog.import-progress',
  `update catalog.import_jobs set
     rows = greatest(rows, $2), checked_rows = greatest(checked_rows, $2), written_rows = case when $3 then $2 else written_rows end,
     created = created + $4, updated = updated + $5, unchanged = unchanged + $6, refused = refused + $7, error_rows = error_rows + $8
   where id = $1`,
);
const resetCounts = statement(
  'catalog.reset-import-counts',
  'update catalog.import_jobs set created = 0, updated = 0, unchanged = 0, refused = 0, error_rows = 0 where id = $1',
);

export interface NewJob {
  id: string;
  sellerId: string;
  userId: string;
  fileKey: string;
  fileName: string;
  bytes: number;
  encoding: string;
  delimiter: string;
  rows: number;
  at: Date;
}

export async function insertJob(db: Database, job: NewJob): Promise<void> {
  const { id, sellerId, userId, fileKey, fileName, bytes, encoding, delimiter, rows, at } = job;
  await db.sql.execute(insert, [id, sellerId, userId, fileKey, fileName, bytes, encoding, delimiter, rows, at]);
}

export const readJob = (db: Database, id: string, sellerId: string | null) =>
  db.sql.maybe<StoredJob>(one, [id, sellerId]);

export async function readJobs(db: Database, sellerId: string): Promise<ImportJob[]> {
  return (await db.sql.many<StoredJob>(list, [sellerId])).map((job) => job.public);
}

/** From the row after `after` on. */
export const readProblems = (db: Database, importId: string, after: number, limit: number) =>
  db.sql.many<RowProblem>(errors, [importId, after, limit]);

export async function readMapping(db: Database, sellerId: string, headerHash: string) {
  const found = await db.sql.maybe<{ mapping: (string | null)[] }>(remembered, [sellerId, headerHash]);
  return found?.mapping ?? null;
}

export interface Progress {
  rows: number;
  /** True when products are written, false while they are only looked at. */
  writing: boolean;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  errorRows: number;
}

/** What a transaction on one locked job may do. */
function opened(tx: SqlTransaction) {
  return {
    tx,
    start: (id: string, set: { delimiter: string; mapping: unknown; mode: string; dryRun: boolean; at: Date }) =>
      tx.sql.execute(start, [id, set.delimiter, JSON.stringify(set.mapping), set.mode, set.dryRun, set.at]),
    copy: (id: string, made: { id: string; userId: string; mode: string; dryRun: boolean; at: Date }) =>
      tx.sql.execute(copy, [id, made.id, made.userId, made.mode, made.dryRun, made.at]),
    /** `finished`: nothing comes after it. `all`: every row is checked, or dealt with. */
    setStatus: (
      id: string,
      status: ImportJob['status'],
      at: Date,
      { finished = false, checked = false, written = false } = {},
    ) => tx.sql.execute(setStatus, [id, status, finished, at, checked, written]),
    rememberMapping: (sellerId: string, headerHash: string, mapping: unknown, at: Date) =>
      tx.sql.execute(remember, [sellerId, headerHash, JSON.stringify(mapping), at]),
    async addProblems(id: string, problems: readonly RowProblem[]): Promise<void> {
      if (problems.length === 0) return;
      const rows = problems.map((entry, position) => ({ ...entry, position }));
      await tx.sql.execute(addErrors, [id, JSON.stringify(rows)]);
    },
    /** Before the second look at the file, which finds again what the first found. */
    async forgetProblems(id: string): Promise<void> {
      await tx.sql.execute(clearErrors, [id]);
      await tx.sql.execute(resetCounts, [id]);
    },
    progress: (id: string, step: Progress) =>
      tx.sql.execute(progress, [
        id,
        step.rows,
        step.writing,
        step.created,
        step.updated,
        step.unchanged,
        step.refused,
        step.errorRows,
      ]),
    events: (events: readonly DomainEvent[]) => appendEvents(tx, 'catalog', events),
    audit: (entry: {
      actor: AuditActor;
      sellerId: string;
      action: string;
      objectId: string;
      changes: Record<string, [unknown, unknown]>;
      at: Date;
    }) => appendAudit(tx, 'catalog', [{ ...entry, objectType: 'import' }]),
  };
}
export type OpenJob = ReturnType<typeof opened>;

/** Runs `work` in one transaction with the job locked; `job` is null when there is none. */
export function withJob<Value>(
  db: Database,
  id: string,
  work: (job: StoredJob | null, open: OpenJob) => Promise<Value>,
): Promise<Value> {
  return withSqlTransaction(db, async (tx) => work(await tx.sql.maybe<StoredJob>(lock, [id]), opened(tx)));
}
