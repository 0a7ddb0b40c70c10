import { type Clock, newId } from '@mallhive/kernel';
import type { z } from 'zod';
import type { AddressRepository } from './address.repository.ts';
import type { dataExportSchema } from './contract-personal-data.ts';
import type { DataExportRepository, ExportRow } from './data-export.repository.ts';
import { exportNotFound } from './errors-personal-data.ts';
import { exportRequested } from './events-personal-data.ts';
import type { Caller, StepUp } from './step-up.ts';

const hour = 3_600_000;
/** How long the file can be downloaded. */
const keepMs = 7 * 24 * hour;

interface Dependencies {
  exports: DataExportRepository;
  addresses: AddressRepository;
  stepUp: StepUp;
  clock: Clock;
}

function describe(row: ExportRow, now: Date): z.output<typeof dataExportSchema> {
  const over = row.state === 'ready' && row.expiresAt !== null && row.expiresAt <= now;
  return {
    id: row.id,
    state: over ? 'expired' : row.state,
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    bytes: row.bytes,
  };
}

/** One at a time, and one an hour: whoever asks again is answered with that one. */
export function createRequestExport({ exports, stepUp, clock }: Dependencies) {
  return async (caller: Caller) => {
    await stepUp.demand(caller);
    const { userId } = caller;
    const now = clock.now();
    const id = newId(now.getTime());
    const since = new Date(now.getTime() - hour);
    await exports.request({ id, userId, now, since }, exportRequested.create({ exportId: id, userId }, now));
    const [latest] = await exports.recent(userId);
    if (!latest) throw exportNotFound();
    return { export: describe(latest, now) };
  };
}

export function createListExports({ exports, clock }: Dependencies) {
  return async (userId: string) => {
    const now = clock.now();
    return { exports: (await exports.recent(userId)).map((row) => describe(row, now)) };
  };
}

/** The file. Whoever has the link still needs to be signed in as the person. */
export function createReadExport({ exports, clock }: Dependencies) {
  return async (userId: string, id: string): Promise<{ fileName: string; content: string }> => {
    const found = await exports.content(userId, id, clock.now());
    if (!found) throw exportNotFound();
    return { fileName: `mallhive-${found.requestedAt.toISOString().slice(0, 10)}.json`, content: found.text };
  };
}

/** What identity holds about a person. Null when there is no such account. */
export function createPersonalData({ exports, addresses }: Dependencies) {
  return async (userId: string) => {
    const [profile, book] = await Promise.all([exports.person(userId), addresses.list(userId)]);
    return profile && { profile, addresses: book.map(({ id: _, ...address }) => address) };
  };
}

/**
 * Stores the file of everything that was collected. `collect` is given the user's id and answers one section per domain.
 * False when there is nothing to do: done already, or the account is gone.
 */
export function createCompleteExport({ exports, clock }: Dependencies) {
  return async (
    exportId: string,
    collect: (userId: string) => Promise<Record<string, unknown>>,
  ): Promise<{ userId: string; expiresAt: string } | null> => {
    const owner = await exports.owner(exportId);
    if (!owner) return null;
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + keepMs);
    const sections = await collect(owner.userId);
    const file = { shop: 'MallHive', collectedAt: now.toISOString(), ...sections };
    await exports.complete(exportId, owner.dataKey, JSON.stringify(file, null, 2), expiresAt);
    return { userId: owner.userId, expiresAt: expiresAt.toISOString() };
  };
}
