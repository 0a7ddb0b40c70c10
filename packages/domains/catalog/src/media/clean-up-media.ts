import type { Clock } from '@mallhive/kernel';
import type { Database } from '../database.repository.ts';
import { claimObjects, forgetObjects, releaseOrphans } from './clean-up.repository.ts';
import type { ObjectStorage } from './ports.ts';
import { originalKey } from './take-picture.ts';

/** A picture just brought is not in use yet: the form is still open. */
const graceMs = 24 * 60 * 60 * 1000;
const portion = 500;

/**
 * Deletes pictures that nothing has shown for a day. First owners lose them, then the bytes go, then the row that kept
 * others from beginning to use them meanwhile. Stopped anywhere, the next run goes on.
 */
export async function cleanUpMedia(
  db: Database,
  ports: { storage: ObjectStorage; clock: Clock },
): Promise<{ released: number; deleted: number; more: boolean }> {
  const now = ports.clock.now();
  const before = new Date(now.getTime() - graceMs);
  const released = await releaseOrphans(db, before, portion);
  const hashes = await claimObjects(db, now, before, portion);
  if (hashes.length > 0) {
    await ports.storage.remove(hashes.map(originalKey));
    await forgetObjects(db, hashes);
  }
  return { released, deleted: hashes.length, more: released === portion || hashes.length === portion };
}
