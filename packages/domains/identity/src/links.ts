import { type Clock, idSchema, newId } from '@mallhive/kernel';
import { linkInvalid } from './errors.ts';
import { linkRequested } from './events.ts';
import { type Keyed, readSigned, writeSigned } from './keyed.ts';
import type { LinkKind, LinkRepository, LinkRow } from './link.repository.ts';

const hour = 3_600_000;
const lifetime: Record<LinkKind, number> = { verify_email: 72 * hour, reset_password: hour, change_email: 24 * hour };
const purpose = 'link';

/** Links in mails. A link is the id of a row and a proof that we made it; the row holds neither. */
export function createLinks(deps: { links: LinkRepository; keyed: Keyed; clock: Clock }) {
  const { links, keyed, clock } = deps;
  return {
    expiry: (kind: LinkKind, now: Date): Date => new Date(now.getTime() + lifetime[kind]),

    /** Stores a link and announces it, so that a job mails it. `userId` null does the same work and stores none. */
    request: async (kind: LinkKind, userId: string | null, targetSealed: string | null = null): Promise<void> => {
      const now = clock.now();
      const id = newId(now.getTime());
      const expiresAt = new Date(now.getTime() + lifetime[kind]);
      const event = linkRequested.create({ linkId: id, kind }, now);
      await links.insert({ id, kind, userId, targetSealed, createdAt: now, expiresAt }, event);
    },

    /** The row of a token. Throws `link_invalid` when it is not ours, over, or of another kind. May be used already. */
    read: async (token: string, kind: LinkKind): Promise<LinkRow> => {
      const id = readSigned(keyed, purpose, token);
      const row = id && idSchema.safeParse(id).success ? await links.open(id, clock.now()) : null;
      if (!row || row.kind !== kind) throw linkInvalid();
      return row;
    },

    /** For the job that mails it: null when it is over or used meanwhile. */
    tokenOf: async (linkId: string): Promise<{ kind: LinkKind; userId: string; token: string } | null> => {
      const row = await links.open(linkId, clock.now());
      return row && !row.usedAt
        ? { kind: row.kind, userId: row.userId, token: writeSigned(keyed, purpose, row.id) }
        : null;
    },

    row: (linkId: string): Promise<LinkRow | null> => links.open(linkId, clock.now()),
    removeOld: (): Promise<number> => links.removeOld(new Date(clock.now().getTime() - 24 * hour)),
  };
}

export type Links = ReturnType<typeof createLinks>;
