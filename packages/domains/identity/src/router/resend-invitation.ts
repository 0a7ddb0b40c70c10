import { sellerProcedure } from '@mallhive/trpc';
import { invitationReference, inviteMemberOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const resendInvitation = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(invitationReference)
    .output(inviteMemberOutput)
    .mutation(({ input, ctx }) => identity.resendInvitation(ctx.user.id, input));
