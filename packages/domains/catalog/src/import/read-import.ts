import type { z } from 'zod';
import { type Actor, assertEditor } from '../actor.ts';
import type { importInput, importOutput, importsInput, importsOutput } from '../contract-import.ts';
import type { Database } from '../database.repository.ts';
import { importNotFound } from './errors.ts';
import { readJob, readJobs, readProblems } from './job.repository.ts';

const shownProblems = 100;

export async function listImports(
  db: Database,
  actor: Actor,
  { sellerId }: z.output<typeof importsInput>,
): Promise<z.infer<typeof importsOutput>> {
  assertEditor(actor, sellerId);
  return { items: await readJobs(db, sellerId) };
}

export async function readImport(
  db: Database,
  actor: Actor,
  { sellerId, importId }: z.output<typeof importInput>,
): Promise<z.infer<typeof importOutput>> {
  assertEditor(actor, sellerId);
  const job = await readJob(db, importId, sellerId);
  if (!job) throw importNotFound();
  return { job: job.public, errors: await readProblems(db, importId, 0, shownProblems) };
}
