import { sellerProcedure } from '@mallhive/trpc';
import { inviteMemberInput, inviteMemberOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const inviteMember = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(inviteMemberInput)
    .output(inviteMemberOutput)
    .mutation(({ input, ctx }) => identity.inviteMember(ctx.user.id, input));
