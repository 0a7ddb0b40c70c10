import type { z } from 'zod';
import { type Actor, asAdministrator, assertAdministrator } from '../actor.ts';
import type * as contract from '../contract.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Database } from '../database.repository.ts';
import { alreadyDecided, caseNotFound, productNotFound, reasonMissing } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { countPending, decideCase, flag, listCases } from './queue.repository.ts';

/** Pending ones oldest first, decided ones newest first. */
export async function moderationQueue(
  db: Database,
  actor: Actor,
  { status, cursor, limit }: z.output<typeof contract.moderationQueueInput>,
): Promise<z.infer<typeof contract.moderationQueueOutput>> {
  assertAdministrator(actor);
  const order = `moderation.${status}`;
  const after = cursor ? decodeCursor(order, cursor, ['time', 'id']) : null;
  const [rows, pending] = await Promise.all([listCases(db, status, after, limit + 1), countPending(db)]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    cases: shown.map((row) => row.case),
    nextCursor: rows.length > limit && last ? encodeCursor(order, [last.at.toISOString(), last.id]) : null,
    pending,
  };
}

/** The seller reads the reason of a rejection and may publish again, which makes the product wait again. */
export async function decideModeration(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { caseId, decision, reason }: z.output<typeof contract.decideModerationInput>,
): Promise<z.infer<typeof contract.decideModerationOutput>> {
  assertAdministrator(actor);
  if (decision === 'reject' && reason === '') throw reasonMissing();
  const status = decision === 'approve' ? 'approved' : 'rejected';
  await decideCase(db, { caseId, status, reason, at: ports.clock.now(), actor: asAdministrator(actor) }, (stored) => {
    if (stored === null) throw caseNotFound();
    if (stored !== 'pending') throw alreadyDecided();
  });
  return { status };
}

/** Watches a product, or no longer. */
export async function flagProduct(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  input: z.output<typeof contract.flagProductInput>,
): Promise<z.infer<typeof contract.flagProductOutput>> {
  assertAdministrator(actor);
  const found = await flag(db, { ...input, at: ports.clock.now(), actor: asAdministrator(actor) });
  if (!found) throw productNotFound();
  return { flagged: input.flagged };
}

export async function adminCounts(db: Database, actor: Actor): Promise<z.infer<typeof contract.adminCountsOutput>> {
  assertAdministrator(actor);
  return { moderation: await countPending(db) };
}
