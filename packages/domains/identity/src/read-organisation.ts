import type { z } from 'zod';
import type { Access } from './access.ts';
import type { organisationOutput } from './contract-organisations.ts';
import { notAllowed } from './errors-organisations.ts';
import { businessFields, type Organisation, type OrganisationRepository } from './organisation.repository.ts';

/** Plain values of an organisation; dates as text. */
export function describeOrganisation(organisation: Organisation) {
  const { logoUrl: _, bannerUrl: __, statusChangedAt, appliedAt, ...plain } = organisation;
  return { ...plain, statusChangedAt: statusChangedAt.toISOString(), appliedAt: appliedAt.toISOString() };
}

/** Business details are for owners alone. */
export function createReadOrganisation(deps: { organisations: OrganisationRepository; access: Access }) {
  return async (userId: string, sellerId: string): Promise<z.output<typeof organisationOutput>> => {
    const { role } = await deps.access.read(sellerId, userId);
    const found = await deps.organisations.find(sellerId);
    if (!found) throw notAllowed();
    const hidden = role === 'owner' ? {} : Object.fromEntries(businessFields.map((field) => [field, '']));
    return { organisation: { ...describeOrganisation(found), ...hidden, myRole: role } };
  };
}
