import type { z } from 'zod';
import type { sellerRoleSchema } from './contract-shapes.ts';
import { notAllowed, sellerSuspended } from './errors-organisations.ts';
import type { OrganisationRepository } from './organisation.repository.ts';

export type SellerRole = z.infer<typeof sellerRoleSchema>;

/** Who may do what in an organisation, asked of the database each time: a role that was taken away is gone at once. */
export function createAccess({ organisations }: { organisations: Pick<OrganisationRepository, 'roleOf'> }) {
  const member = async (sellerId: string, userId: string) => {
    const found = await organisations.roleOf(sellerId, userId);
    if (!found) throw notAllowed();
    return found;
  };
  return {
    /** Throws `not_allowed` for who does not belong to it. Suspended organisations can be read. */
    read: member,
    /** Throws `not_allowed` for other roles, `seller_suspended` while the organisation may change nothing. */
    change: async (sellerId: string, userId: string, roles: readonly SellerRole[], closedToo = false) => {
      const found = await member(sellerId, userId);
      if (!roles.includes(found.role)) throw notAllowed();
      if (!closedToo && (found.status === 'suspended' || found.status === 'rejected')) throw sellerSuspended();
      return found;
    },
    owner: async (sellerId: string, userId: string) => {
      const found = await member(sellerId, userId);
      if (found.role !== 'owner') throw notAllowed();
      return found;
    },
  };
}

export type Access = ReturnType<typeof createAccess>;
