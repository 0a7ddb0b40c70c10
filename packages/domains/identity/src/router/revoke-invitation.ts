import { sellerProcedure } from '@mallhive/trpc';
import { invitationReference } from '../contract-organisations.ts';
import { okOutput } from '../contract-security.ts';
import type { Identity } from '../index.ts';

export const revokeInvitation = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(invitationReference)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.revokeInvitation(ctx.user.id, input));
