import type { Database } from './database.repository.ts';
import type { CatalogPorts } from './ports.ts';
import { type SellerProfileRow, saveSellerProfiles } from './seller-profile.repository.ts';

/** What identity says about a seller. `changedAt` is when it became true; an older word than the stored one is ignored. */
export type SellerProfileDraft = Omit<SellerProfileRow, 'since'> & { since?: Date | null };

/** Keeps the copies of seller profiles; cards that show a changed name are made anew. */
export async function upsertSellerProfiles(
  db: Database,
  ports: CatalogPorts,
  profiles: readonly SellerProfileDraft[],
): Promise<void> {
  if (profiles.length === 0) return;
  // Of several words about one seller in a batch the newest counts.
  const newest = new Map<string, SellerProfileRow>();
  for (const profile of profiles) {
    const known = newest.get(profile.sellerId);
    if (!known || known.changedAt <= profile.changedAt) newest.set(profile.sellerId, { since: null, ...profile });
  }
  await saveSellerProfiles(db, [...newest.values()], ports.clock.now());
}
