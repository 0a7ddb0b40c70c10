import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { type Actor, asSeller, assertEditor } from '../actor.ts';
import type { cancelImportInput, repeatImportInput, startImportInput, startImportOutput } from '../contract-import.ts';
import type { Database } from '../database.repository.ts';
import { importRequested } from '../events.ts';
import type { MediaPorts } from '../media/ports.ts';
import type { CatalogPorts } from '../ports.ts';
import { importFinished, importNotFound, importRunning, importStarted, mappingInvalid } from './errors.ts';
import { firstRows } from './examine-file.ts';
import { fieldKeys } from './fields.ts';
import { type OpenJob, readJob, type StoredJob, withJob } from './job.repository.ts';
import { headerHash } from './preview-import.ts';
import { readBeginning } from './read-beginning.ts';

type Output = z.infer<typeof startImportOutput>;
type Ports = CatalogPorts & MediaPorts;
const running = new Set(['queued', 'checking', 'writing']);

function checkMapping(mapping: readonly (string | null)[], width: number): void {
  const used = mapping.filter((key) => key !== null);
  if (used.some((key) => !fieldKeys.has(key))) throw mappingInvalid('unknown_field');
  if (new Set(used).size < used.length) throw mappingInvalid('field_twice');
  if (!used.includes('handle') && !used.includes('sku')) throw mappingInvalid('no_key');
  if (mapping.length !== width) throw mappingInvalid('wrong_width');
}

async function announce(
  open: OpenJob,
  ports: Ports,
  actor: Actor,
  job: StoredJob,
  id: string,
  how: { mode: string; dryRun: boolean },
) {
  const at = ports.clock.now();
  await open.events([importRequested.create({ importId: id }, at)]);
  await open.audit({
    actor: asSeller(actor),
    sellerId: job.sellerId,
    action: 'import.start',
    objectId: id,
    changes: { file: [null, job.fileName], mode: [null, how.mode], dryRun: [null, how.dryRun] },
    at,
  });
}

async function answer(db: Database, id: string, sellerId: string): Promise<Output> {
  const job = await readJob(db, id, sellerId);
  if (!job) throw importNotFound();
  return { job: job.public };
}

/** The mapping is decided and remembered; the work begins in the background. */
export async function startImport(
  db: Database,
  ports: Ports,
  actor: Actor,
  input: z.output<typeof startImportInput>,
): Promise<Output> {
  assertEditor(actor, input.sellerId);
  const { importId, sellerId, delimiter, mapping, mode, dryRun } = input;
  const found = await readJob(db, importId, sellerId);
  if (!found) throw importNotFound();
  const [header = []] = firstRows(await readBeginning(ports.storage, found), delimiter, 1);
  checkMapping(mapping, header.length);
  await withJob(db, importId, async (job, open) => {
    if (job?.status !== 'uploaded') throw importStarted();
    const at = ports.clock.now();
    await open.start(importId, { delimiter, mapping, mode, dryRun, at });
    await open.rememberMapping(sellerId, headerHash(header), mapping, at);
    await announce(open, ports, actor, job, importId, { mode, dryRun });
  });
  return answer(db, importId, sellerId);
}

/** The same file again, as a new job: for real after a dry run, or the good rows after a refusal. */
export async function repeatImport(
  db: Database,
  ports: Ports,
  actor: Actor,
  { sellerId, importId, mode, dryRun }: z.output<typeof repeatImportInput>,
): Promise<Output> {
  assertEditor(actor, sellerId);
  const at = ports.clock.now();
  const id = newId(at.getTime());
  await withJob(db, importId, async (job, open) => {
    if (job?.sellerId !== sellerId || !job.mapping) throw importNotFound();
    if (running.has(job.status)) throw importRunning();
    await open.copy(importId, { id, userId: actor.id, mode, dryRun, at });
    await announce(open, ports, actor, job, id, { mode, dryRun });
  });
  return answer(db, id, sellerId);
}

/** Takes effect between two portions; what was written stays. */
export async function cancelImport(
  db: Database,
  ports: Ports,
  actor: Actor,
  { sellerId, importId }: z.output<typeof cancelImportInput>,
): Promise<Output> {
  assertEditor(actor, sellerId);
  await withJob(db, importId, async (job, open) => {
    if (job?.sellerId !== sellerId) throw importNotFound();
    if (!running.has(job.status) && job.status !== 'uploaded') throw importFinished();
    await open.setStatus(importId, 'cancelled', ports.clock.now(), { finished: true });
  });
  return answer(db, importId, sellerId);
}
