import type { Clock } from '@mallhive/kernel';
import { createAccess } from './access.ts';
import { createApplyToSell, createReapplyToSell, createUpdateOrganisation } from './apply-to-sell.ts';
import type { AuditLogRepository } from './audit-log.repository.ts';
import { createReadAuditLog, createReadAuditLogOfAll } from './audit-log.ts';
import { createDecideOnSeller } from './decide-on-seller.ts';
import {
  createAcceptInvitation,
  createAcceptInvitationAsNew,
  createInvitationMail,
  createInviteMember,
  createReadInvitation,
  createResendInvitation,
  createRevokeInvitation,
} from './invitations.ts';
import type { Keyed } from './keyed.ts';
import type { Limits } from './limits.ts';
import { createListSellers, createReadSellerForReview } from './list-sellers.ts';
import type { OrganisationRepository } from './organisation.repository.ts';
import type { PasswordHasher } from './ports.ts';
import { createReadOrganisation } from './read-organisation.ts';
import type { TeamRepository } from './team.repository.ts';
import { createChangeMemberRole, createLeaveOrganisation, createReadTeam, createRemoveMember } from './team.ts';

/** A seller on an invoice; the address has a line each for street and town, without the country. */
export interface InvoiceParty {
  sellerId: string;
  name: string;
  postalAddress: string;
  country: string;
  taxNumber: string;
}

/** The part of the facade that is about seller organisations. Every method checks the caller's right itself. */
export function createOrganisations(deps: {
  organisations: OrganisationRepository;
  team: TeamRepository;
  log: AuditLogRepository;
  keyed: Keyed;
  limits: Limits;
  passwords: PasswordHasher;
  clock: Clock;
}) {
  const all = { ...deps, access: createAccess(deps) };
  return {
    shopSlugFree: async (slug: string): Promise<{ free: boolean }> => ({
      free: !(await deps.organisations.slugUsed(slug)),
    }),
    applyToSell: createApplyToSell(all),
    reapplyToSell: createReapplyToSell(all),
    organisation: createReadOrganisation(all),
    updateOrganisation: createUpdateOrganisation(all),
    team: createReadTeam(all),
    inviteMember: createInviteMember(all),
    resendInvitation: createResendInvitation(all),
    revokeInvitation: createRevokeInvitation(all),
    changeMemberRole: createChangeMemberRole(all),
    removeMember: createRemoveMember(all),
    leaveOrganisation: createLeaveOrganisation(all),
    invitation: createReadInvitation(all),
    /** For the job that mails it: address, organisation, role and the link's token. Null when it is over by now. */
    invitationMail: createInvitationMail(all),
    acceptInvitation: createAcceptInvitation(all),
    acceptInvitationAsNew: createAcceptInvitationAsNew(all),
    sellers: createListSellers(all),
    sellerForReview: createReadSellerForReview(all),
    decideOnSeller: createDecideOnSeller(all),
    /** Who stands behind sellers, as their invoices say it; those unknown are left out, what they never told is empty. */
    invoiceParties: async (sellerIds: readonly string[]): Promise<InvoiceParty[]> =>
      (await deps.organisations.findMany(sellerIds)).map(
        ({ sellerId, name, legalName, postalAddress, country, taxNumber }) => ({
          sellerId,
          name: legalName || name,
          postalAddress,
          country,
          taxNumber,
        }),
      ),
    auditLog: createReadAuditLog(all),
    auditLogOfAll: createReadAuditLogOfAll(all),
  };
}
