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
import { countExport, type ExportFilter, readExportPage } from './state.repository.ts';

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
export async function* exportText(
  db: Database,
  sellerId: string,
  filter: ExportFilter,
  onPage: (written: number) => Promise<unknown> = async () => undefined,
): AsyncGenerator<string> {
  yield `\ufeff${exportHeader()}`;
  let after: string | null = null;
  let written = 0;
  for (;;) {
    const products = await readExportPage(db, sellerId, filter, after, pageSize);
    const last = products.at(-1);
    if (!last) return;
    yield products.map(exportLines).join('');
    written += products.length;
    after = last.id;
    await onPage(written);
  }
}

/** Writes the file of an export; done again it writes the same file anew. */
export async function runExport(db: Database, ports: CatalogPorts & MediaPorts, exportId: string): Promise<void> {
  const job = await readExport(db, exportId, null);
  if (!job || job.status === 'done') return;
  const products = await countExport(db, job.sellerId, job.filter);
  let written = 0;
  let bytes = 0;
  const save = (status: 'writing' | 'done', finishedAt: Date | null) =>
    updateExport(db, exportId, { status, products: Math.max(products, written), written, bytes, finishedAt });
  await save('writing', null);
  async function* counted(): AsyncGenerator<Buffer> {
    const text = exportText(
      db,
      job?.sellerId ?? '',
      job?.filter ?? { status: 'all', category: '', query: '' },
      async (count) => {
        written = count;
        await save('writing', null);
      },
    );
    for await (const part of text) {
      const chunk = Buffer.from(part);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await ports.storage.write(exportKey(exportId), Readable.from(counted()));
  await save('done', ports.clock.now());
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
