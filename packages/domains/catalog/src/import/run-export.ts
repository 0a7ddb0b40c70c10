import { Readable } from 'node:stream';
import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { type Actor, assertEditor } from '../actor.ts';
import type { exportsInput, exportsOutput, startExportInput, startExportOutput } from '../contract-import.ts';
import type { Database } from '../database.repository.ts';
import type { MediaPorts } from '../media/ports.ts';
import type { CatalogPorts } from '../ports.ts';
import { exportNotFound } from './errors.ts';
import { exportKey, insertExport, readExport, readExports, updateExport } from './export.repository.ts';
import { exportHeader, exportLines } from './export-lines.ts';
import { readExportIds, readExportStates } from './state.repository.ts';

const pageSize = 400;

export async function startExport(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { sellerId, status, category = '', query }: z.output<typeof startExportInput>,
): Promise<z.infer<typeof startExportOutput>> {
  assertEditor(actor, sellerId);
  const at = ports.clock.now();
  const id = newId(at.getTime());
  await insertExport(db, { id, sellerId, userId: actor.id, filter: { status, category, query }, at });
  const job = await readExport(db, id, sellerId);
  if (!job) throw exportNotFound();
  return { job: job.public };
}

export async function listExports(
  db: Database,
  actor: Actor,
  { sellerId }: z.output<typeof exportsInput>,
): Promise<z.infer<typeof exportsOutput>> {
  assertEditor(actor, sellerId);
  return { items: await readExports(db, sellerId) };
}

/** The file's text, a page of products at a time. Begins with a byte order mark, so that spreadsheets read it as UTF-8. */
async function* exportText(
  db: Database,
  productIds: readonly string[],
  onPage: (written: number) => Promise<unknown>,
): AsyncGenerator<Buffer> {
  yield Buffer.from(`\ufeff${exportHeader()}`);
  for (let start = 0; start < productIds.length; start += pageSize) {
    const products = await readExportStates(db, productIds.slice(start, start + pageSize));
    yield Buffer.from(products.map(exportLines).join(''));
    await onPage(products.length);
  }
}

/** Writes the file of an export; done again it writes the same file anew. */
export async function runExport(db: Database, ports: CatalogPorts & MediaPorts, exportId: string): Promise<void> {
  const job = await readExport(db, exportId, null);
  if (!job || job.status === 'done') return;
  const productIds = await readExportIds(db, job.sellerId, job.filter);
  let written = 0;
  let bytes = 0;
  const save = (status: 'writing' | 'done', products: number, finishedAt: Date | null) =>
    updateExport(db, exportId, { status, products, written, bytes, finishedAt });
  await save('writing', productIds.length, null);
  async function* counted(): AsyncGenerator<Buffer> {
    const text = exportText(db, productIds, async (count) => {
      written += count;
      await save('writing', productIds.length, null);
    });
    for await (const chunk of text) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  await ports.storage.write(exportKey(exportId), Readable.from(counted()));
  // Products that were deleted meanwhile are not in the file.
  await save('done', written, ports.clock.now());
}

export async function failExport(db: Database, exportId: string, at: Date): Promise<void> {
  const job = await readExport(db, exportId, null);
  if (!job || job.status === 'done') return;
  await updateExport(db, exportId, { status: 'failed', products: 0, written: 0, bytes: 0, finishedAt: at });
}

/** The finished file. */
export async function exportFile(
  db: Database,
  ports: MediaPorts,
  actor: Actor,
  { sellerId, exportId }: { sellerId: string; exportId: string },
): Promise<{ fileName: string; body: Readable }> {
  assertEditor(actor, sellerId);
  const job = await readExport(db, exportId, sellerId);
  const body = job?.status === 'done' ? await ports.storage.open(exportKey(exportId)) : null;
  if (!job || !body) throw exportNotFound();
  return { fileName: `products-${job.public.createdAt.slice(0, 10)}.csv`, body };
}
