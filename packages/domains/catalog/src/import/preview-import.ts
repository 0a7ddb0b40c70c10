import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Actor, assertEditor } from '../actor.ts';
import { importLimits, type importPreviewInput, type importPreviewOutput } from '../contract-import.ts';
import type { Database } from '../database.repository.ts';
import type { MediaPorts } from '../media/ports.ts';
import type { CatalogPorts } from '../ports.ts';
import { importNotFound } from './errors.ts';
import { type Delimiter, firstRows } from './examine-file.ts';
import { fieldKeys, fields, guessMapping } from './fields.ts';
import { readJob, readMapping } from './job.repository.ts';
import { readBeginning } from './read-beginning.ts';

const shownRows = 20;

/** The same columns in the same order are the same kind of file. */
export const headerHash = (header: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(header)).digest('hex').slice(0, 40);

/** How the file reads with a delimiter, and what its columns seem to be: as the seller said last time, or as they are called. */
export async function previewImport(
  db: Database,
  ports: CatalogPorts & MediaPorts,
  actor: Actor,
  input: z.output<typeof importPreviewInput>,
): Promise<z.infer<typeof importPreviewOutput>> {
  assertEditor(actor, input.sellerId);
  const job = await readJob(db, input.importId, input.sellerId);
  if (!job) throw importNotFound();
  const delimiter = input.delimiter ?? (job.delimiter as Delimiter);
  const beginning = await readBeginning(ports.storage, job);
  const [header = [], ...rows] = firstRows(beginning, delimiter, shownRows + 1).map((row) =>
    row.slice(0, importLimits.columns).map((cell) => cell.slice(0, 500)),
  );
  const last = await readMapping(db, input.sellerId, headerHash(header));
  const fits = last?.length === header.length && last.every((key) => key === null || fieldKeys.has(key));
  return {
    encoding: job.encoding,
    delimiter,
    header,
    rows,
    mapping: fits ? last : guessMapping(header, ports.currency),
    remembered: fits,
    fields: fields.map(({ key, label, hint }) => ({ key, label, hint })),
  };
}
