import { shopperProcedure } from '@mallhive/trpc';
import { acceptInvitationInput, acceptInvitationOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const acceptInvitation = (identity: Identity) =>
  shopperProcedure
    .input(acceptInvitationInput)
    .output(acceptInvitationOutput)
    .mutation(({ input, ctx }) => identity.acceptInvitation(ctx.user.id, input.token));
