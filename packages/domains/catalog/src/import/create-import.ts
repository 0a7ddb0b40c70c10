import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '@mallhive/kernel';
import { type Actor, assertEditor } from '../actor.ts';
import { importLimits } from '../contract-import.ts';
import type { Database } from '../database.repository.ts';
import type { MediaPorts } from '../media/ports.ts';
import type { CatalogPorts } from '../ports.ts';
import { fileEmpty, fileTooLarge, tooManyRows } from './errors.ts';
import { examineFile, guessDelimiter } from './examine-file.ts';
import { insertJob } from './job.repository.ts';
import { readBeginning } from './read-beginning.ts';

/** Keeps a file as it comes, and what it turned out to be. Nothing of it is believed yet. */
export async function createImport(
  db: Database,
  ports: CatalogPorts & MediaPorts,
  actor: Actor,
  input: { sellerId: string; fileName: string; body: Readable },
): Promise<{ importId: string }> {
  assertEditor(actor, input.sellerId);
  const at = ports.clock.now();
  const id = newId(at.getTime());
  const fileKey = `private/imports/${id}.csv`;
  const examined = examineFile(importLimits.bytes, fileTooLarge);
  const kept = new PassThrough();
  const writing = ports.storage.write(fileKey, kept);
  try {
    // Together: a storage that fails ends the reading, a body that breaks ends the writing.
    await Promise.all([pipeline(input.body, examined.stream, kept), writing]);
  } catch (error) {
    await ports.storage.remove([fileKey]);
    throw error;
  }
  const { bytes, encoding, lines } = examined.result();
  const rows = Math.max(0, lines - 1);
  const refusal = bytes === 0 || rows === 0 ? fileEmpty() : rows > importLimits.rows ? tooManyRows() : null;
  if (refusal) {
    await ports.storage.remove([fileKey]);
    throw refusal;
  }
  const beginning = await readBeginning(ports.storage, { fileKey, encoding });
  await insertJob(db, {
    id,
    sellerId: input.sellerId,
    userId: actor.id,
    fileKey,
    fileName: input.fileName.replace(/\p{Cc}/gu, '').slice(0, 200) || 'products.csv',
    bytes,
    encoding,
    delimiter: guessDelimiter(beginning),
    rows,
    at,
  });
  return { importId: id };
}
