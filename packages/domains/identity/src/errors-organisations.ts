import { AppError } from '@mallhive/kernel';
import type { SellerStatus } from './contract-shapes.ts';

/** The caller does not belong to the organisation they named, or not in a role that may do this. */
export const notAllowed = () => new AppError('forbidden', 'not_allowed', 'You are not allowed to do this.');

/** A change in an organisation that is suspended or was rejected. */
export const sellerSuspended = () =>
  new AppError('forbidden', 'seller_suspended', 'This shop is suspended. Its data can be read, but not changed.');

/** Acting for a seller, or applying to be one, with an address that nobody has shown to be theirs. */
export const verifyFirst = () =>
  new AppError('forbidden', 'email_unverified', 'Please verify your e-mail address first. We can send the link again.');

/** Somebody has a shop of this address already. */
export const slugTaken = () => new AppError('conflict', 'slug_taken', 'Another shop has this address already.');

/** More applications of one person than an administrator should have to read. */
export const tooManyOrganisations = (maximum: number) =>
  new AppError('unprocessable', 'too_many_organisations', `${maximum} of your applications wait already.`, {
    details: { maximum },
  });

/** Edited on an old version. `details.version` is the current one. */
export const organisationChanged = (version: number) =>
  new AppError('conflict', 'organisation_changed', 'Somebody else has changed this meanwhile.', {
    details: { version },
  });

/** A decision that the organisation is in no state for: somebody else was first. */
export const statusNotPossible = (status: SellerStatus) =>
  new AppError('unprocessable', 'status_not_possible', 'This shop is in another state by now.', {
    details: { status },
  });

/** No organisation of this id. Only administrators can hear it. */
export const organisationNotFound = () =>
  new AppError('not_found', 'organisation_not_found', 'This shop does not exist.');

/** Not a member of this organisation. */
export const memberNotFound = () => new AppError('not_found', 'member_not_found', 'This person is not in your team.');

/** An organisation always has an owner who can act for it. */
export const lastOwner = (organisations: readonly string[] = []) =>
  new AppError('unprocessable', 'last_owner', 'A shop needs an owner. Make somebody else an owner first.', {
    details: { organisations },
  });

/** Invited although they belong to the team. */
export const alreadyMember = () => new AppError('conflict', 'already_member', 'This person is in your team already.');

/** Members and open invitations together. */
export const tooManyMembers = (maximum: number) =>
  new AppError('unprocessable', 'too_many_members', `A team has at most ${maximum} members.`, { details: { maximum } });

/** Unknown, another organisation's, or over and done with. */
export const invitationNotFound = () =>
  new AppError('not_found', 'invitation_not_found', 'This invitation does not exist.');

/** Expired, revoked or accepted. */
export const invitationOver = (state: string) =>
  new AppError('unprocessable', 'invitation_over', 'This invitation is not open any more.', { details: { state } });

/** Signed in with another address than the one that was invited. */
export const invitationForAnother = () =>
  new AppError('forbidden', 'invitation_for_another', 'This invitation is for another e-mail address.');

/** A new account was asked for, but the invited address has one. Said only to who holds the link of the mail. */
export const accountExists = () =>
  new AppError('conflict', 'account_exists', 'You have an account already. Please sign in to it.');
