import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/**
 * Products as a CSV file, in and out. Files do not travel through tRPC:
 *
 *   PUT /api/files/imports?sellerId=<id>&name=<file name>        (owner, manager; body: the file)  → 200 { importId }
 *   GET /api/files/imports/<importId>/errors.csv?sellerId=<id>   the rows that were refused, as they were, with what is wrong
 *   GET /api/files/exports/<exportId>.csv?sellerId=<id>          the finished file of an export
 *
 * Refusals: 401 sign_in_required, 403 not_a_member | role_too_low | origin_not_trusted, 404 import_not_found, 422 file_too_large | file_empty |
 * file_unreadable, 429 too_many_requests.
 *
 * One line is one variant; lines of one product follow each other and share its handle. A column that is missing leaves
 * what it would set as it is.
 */
export const importLimits = { bytes: 200 * 1024 ** 2, rows: 250_000, columns: 200 } as const;

export const importStatusSchema = z.enum([
  /** Uploaded; the mapping is looked at. */ 'uploaded',
  /** Waits for its turn. */ 'queued',
  /** Every row is checked, nothing written. */ 'checking',
  /** Products are written. */ 'writing',
  'done',
  /** All-or-nothing, and there were wrong rows: nothing was written. */ 'refused',
  'cancelled',
  /** Our fault; what was written stays, starting again is safe. */ 'failed',
]);
export const importModeSchema = z.enum(['all_or_nothing', 'good_rows']);

/** Column of the file (by its place) to the field it fills; null is left out. */
const mappingSchema = z.array(z.string().max(60).nullable()).max(importLimits.columns);

export const importJobSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  bytes: z.int(),
  status: importStatusSchema,
  mode: importModeSchema,
  dryRun: z.boolean(),
  rows: z.int(),
  /** Of `rows`, how many are checked and how many are dealt with. */
  checkedRows: z.int(),
  writtenRows: z.int(),
  products: z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), refused: z.int() }),
  /** Wrong rows; the file of errors has them all. */
  errorRows: z.int(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ImportJob = z.infer<typeof importJobSchema>;

/** query catalog.imports (seller): newest first, the last 50. */
export const importsInput = z.object({ sellerId: idSchema });
export const importsOutput = z.object({ items: z.array(importJobSchema) });

/** query catalog.import (seller): progress, and the first 100 wrong rows. NOT_FOUND import_not_found. */
export const importInput = z.object({ sellerId: idSchema, importId: idSchema });
export const importOutput = z.object({
  job: importJobSchema,
  errors: z.array(
    z.object({ row: z.int(), column: z.string().nullable(), value: z.string(), code: z.string(), message: z.string() }),
  ),
});

/** query catalog.importPreview (seller): how the file was read and what its columns seem to be. NOT_FOUND import_not_found. */
export const importPreviewInput = importInput.extend({ delimiter: z.enum([',', ';', '\t', '|']).optional() });
export const importPreviewOutput = z.object({
  encoding: z.string(),
  delimiter: z.enum([',', ';', '\t', '|']),
  header: z.array(z.string()),
  /** The first twenty rows as they are. */
  rows: z.array(z.array(z.string())),
  mapping: mappingSchema,
  /** True when the seller mapped a file with these columns before. */
  remembered: z.boolean(),
  /** Every field a column may fill. */
  fields: z.array(z.object({ key: z.string(), label: z.string(), hint: z.string() })),
});

/**
 * mutation catalog.startImport (seller: owner, manager). CONFLICT import_started when it was started before; UNPROCESSABLE
 * mapping_invalid when two columns fill one field, or handle and SKU are both missing. Remembers the mapping.
 */
export const startImportInput = importInput.extend({
  delimiter: z.enum([',', ';', '\t', '|']),
  mapping: mappingSchema,
  mode: importModeSchema.default('good_rows'),
  dryRun: z.boolean().default(false),
});
export const startImportOutput = z.object({ job: importJobSchema });

/** mutation catalog.repeatImport (seller: owner, manager): the same file and mapping again, for real after a dry run. CONFLICT import_running. */
export const repeatImportInput = importInput.extend({ mode: importModeSchema, dryRun: z.boolean().default(false) });
export const repeatImportOutput = z.object({ job: importJobSchema });

/** mutation catalog.cancelImport (seller: owner, manager): stops at the next portion; what was written stays. CONFLICT import_finished. */
export const cancelImportInput = z.object({ sellerId: idSchema, importId: idSchema });
export const cancelImportOutput = z.object({ job: importJobSchema });

export const exportJobSchema = z.object({
  id: idSchema,
  status: z.enum(['queued', 'writing', 'done', 'failed']),
  products: z.int(),
  writtenProducts: z.int(),
  bytes: z.int(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});

/** mutation catalog.startExport (seller: owner, manager): writes the file in the background. */
export const startExportInput = z.object({
  sellerId: idSchema,
  status: z.enum(['all', 'draft', 'published', 'archived']).default('all'),
  category: z.string().max(300).optional(),
  query: z.string().max(100).default(''),
});
export const startExportOutput = z.object({ job: exportJobSchema });

/** query catalog.exports (seller): newest first, the last 20. Files are kept for seven days. */
export const exportsInput = z.object({ sellerId: idSchema });
export const exportsOutput = z.object({ items: z.array(exportJobSchema) });
