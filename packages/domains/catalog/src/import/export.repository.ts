import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { z } from 'zod';
import type { exportJobSchema } from '../contract-import.ts';
import { exportRequested } from '../events.ts';
import type { ExportFilter } from './state.repository.ts';

export type ExportJob = z.infer<typeof exportJobSchema>;
export interface StoredExport {
  sellerId: string;
  filter: ExportFilter;
  status: ExportJob['status'];
  public: ExportJob;
}

const columns = `j.seller_id as "sellerId", j.filter, j.status, json_build_object('id', j.id, 'status', j.status, 'products', j.products,
  'writtenProducts', j.written_products, 'bytes', j.bytes, 'createdAt', catalog.iso(j.created_at), 'finishedAt', catalog.iso(j.finished_at)) as public`;
const insert = statement(
  'catalog.insert-export',
  `insert into catalog.export_jobs (id, seller_id, user_id, filter, created_at) values ($1, $2, $3, $4::json, $5)`,
);
const one = statement(
  'catalog.export-job',
  `select ${columns} from catalog.export_jobs j where j.id = $1 and ($2::uuid is null or j.seller_id = $2)`,
);
const list = statement(
  'catalog.export-jobs',
  `select ${columns} from catalog.export_jobs j where j.seller_id = $1 order by j.created_at desc limit 20`,
);
const update = statement(
  'catalog.update-export',
  `update catalog.export_jobs set status = $2, products = $3, written_products = $4, bytes = $5, finished_at = $6 where id = $1`,
);
const expired = statement(
  'catalog.expired-exports',
  'delete from catalog.export_jobs where created_at < $1 returning id',
);
/** A file may be shared by repeated imports: it goes with the last of them. */
const oldImports = statement(
  'catalog.old-imports',
  `with gone as (
     delete from catalog.import_jobs where created_at < $1 and status not in ('queued', 'checking', 'writing') returning id, file_key
   )
   select distinct file_key as "fileKey" from gone g
   where not exists (select from catalog.import_jobs j where j.file_key = g.file_key and j.id not in (select id from gone))`,
);

export function insertExport(
  db: Database,
  job: { id: string; sellerId: string; userId: string; filter: ExportFilter; at: Date },
) {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.execute(insert, [job.id, job.sellerId, job.userId, JSON.stringify(job.filter), job.at]);
    await appendEvents(tx, 'catalog', [exportRequested.create({ exportId: job.id }, job.at)]);
  });
}
export const readExport = (db: Database, id: string, sellerId: string | null) =>
  db.sql.maybe<StoredExport>(one, [id, sellerId]);
export async function readExports(db: Database, sellerId: string): Promise<ExportJob[]> {
  return (await db.sql.many<StoredExport>(list, [sellerId])).map((job) => job.public);
}
export const updateExport = (
  db: Database,
  id: string,
  set: { status: ExportJob['status']; products: number; written: number; bytes: number; finishedAt: Date | null },
) => db.sql.execute(update, [id, set.status, set.products, set.written, set.bytes, set.finishedAt]);

/** Rows that are too old go; the keys of the files that nothing names any more come back. */
export async function forgetOldFiles(db: Database, exportsBefore: Date, importsBefore: Date): Promise<string[]> {
  const exports = await db.sql.many<{ id: string }>(expired, [exportsBefore]);
  const imports = await db.sql.many<{ fileKey: string }>(oldImports, [importsBefore]);
  return [...exports.map(({ id }) => exportKey(id)), ...imports.map(({ fileKey }) => fileKey)];
}
export const exportKey = (id: string): string => `private/exports/${id}.csv`;
