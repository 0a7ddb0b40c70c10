import type { Identity } from '../index.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { acceptInvitationAsNew } from './accept-invitation-as-new.ts';
import { applyToSell } from './apply-to-sell.ts';
import { auditLog } from './audit-log.ts';
import { auditLogOfAll } from './audit-log-of-all.ts';
import { changeMemberRole } from './change-member-role.ts';
import { decideOnSeller } from './decide-on-seller.ts';
import { invitation } from './invitation.ts';
import { inviteMember } from './invite-member.ts';
import { leaveOrganisation } from './leave-organisation.ts';
import { organisation } from './organisation.ts';
import { reapplyToSell } from './reapply-to-sell.ts';
import { removeMember } from './remove-member.ts';
import { resendInvitation } from './resend-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { sellerForReview } from './seller-for-review.ts';
import { sellers } from './sellers.ts';
import { shopSlugFree } from './shop-slug-free.ts';
import { team } from './team.ts';
import { updateOrganisation } from './update-organisation.ts';

/** Procedures of seller organisations, invitations and the audit log. */
export const organisationProcedures = (identity: Identity) => ({
  shopSlugFree: shopSlugFree(identity),
  applyToSell: applyToSell(identity),
  reapplyToSell: reapplyToSell(identity),
  organisation: organisation(identity),
  updateOrganisation: updateOrganisation(identity),
  team: team(identity),
  inviteMember: inviteMember(identity),
  resendInvitation: resendInvitation(identity),
  revokeInvitation: revokeInvitation(identity),
  changeMemberRole: changeMemberRole(identity),
  removeMember: removeMember(identity),
  leaveOrganisation: leaveOrganisation(identity),
  invitation: invitation(identity),
  acceptInvitation: acceptInvitation(identity),
  acceptInvitationAsNew: acceptInvitationAsNew(identity),
  sellers: sellers(identity),
  sellerForReview: sellerForReview(identity),
  decideOnSeller: decideOnSeller(identity),
  auditLog: auditLog(identity),
  auditLogOfAll: auditLogOfAll(identity),
});
