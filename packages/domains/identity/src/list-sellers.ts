import type { z } from 'zod';
import type { sellerForReviewOutput, sellersInput, sellersOutput } from './contract-organisations.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { organisationNotFound } from './errors-organisations.ts';
import type { OrganisationRepository } from './organisation.repository.ts';
import { describeOrganisation } from './read-organisation.ts';
import type { TeamRepository } from './team.repository.ts';

/** For administrators. Who waits longest stands first in the queue; elsewhere the newest change does. */
export function createListSellers({ organisations }: { organisations: OrganisationRepository }) {
  return async (input: z.output<typeof sellersInput>): Promise<z.output<typeof sellersOutput>> => {
    const { status = null, query, cursor, limit } = input;
    const filter = { status, query, after: readCursor(cursor), limit: limit + 1 };
    const [rows, counted] = await Promise.all([
      organisations.page(filter, status === 'pending' ? 'oldest' : 'newest'),
      organisations.counts(),
    ]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const counts = { pending: 0, approved: 0, suspended: 0, rejected: 0 };
    for (const { status: key, n } of counted) counts[key] = n;
    return {
      items: items.map((row) => ({
        ...row,
        appliedAt: row.appliedAt.toISOString(),
        statusChangedAt: row.statusChangedAt.toISOString(),
      })),
      counts,
      nextCursor: rows.length > limit && last ? writeCursor({ at: last.statusChangedAt, id: last.sellerId }) : null,
    };
  };
}

/** Everything an administrator decides by. */
export function createReadSellerForReview(deps: { organisations: OrganisationRepository; team: TeamRepository }) {
  return async (sellerId: string): Promise<z.output<typeof sellerForReviewOutput>> => {
    const [found, members] = await Promise.all([deps.organisations.find(sellerId), deps.team.members(sellerId)]);
    if (!found) throw organisationNotFound();
    return {
      seller: describeOrganisation(found),
      members: members.map(({ userId, name, email, role }) => ({ userId, name, email, role })),
    };
  };
}
