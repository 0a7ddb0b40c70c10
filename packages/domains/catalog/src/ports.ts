import type { Clock, Currency } from '@mallhive/kernel';

export type {
  CheckedPicture,
  FetchRefusal,
  MediaPorts,
  ObjectStorage,
  PictureChecker,
  PictureRefusal,
  PublicFetcher,
} from './media/ports.ts';

/** What the catalog needs from outside besides its database. */
export interface CatalogPorts {
  clock: Clock;
  /** The currency the shop shows prices in, and that drafts are priced in. */
  currency: Currency;
  /** Whether prices hold the tax of the shop's own country already; null: not known. Must not fail. */
  taxIncluded?: () => Promise<boolean | null>;
  /** Who saved last, for the editor and the history; filled from identity. */
  people?: {
    /** By user id; those unknown or erased are left out. */ namesOf(
      userIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>;
  };
}
