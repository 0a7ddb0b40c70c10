import { publicProcedure } from '@mallhive/trpc';
import { acceptInvitationAsNewInput, acceptInvitationOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const acceptInvitationAsNew = (identity: Identity) =>
  publicProcedure
    .input(acceptInvitationAsNewInput)
    .output(acceptInvitationOutput)
    .mutation(({ input, ctx }) => identity.acceptInvitationAsNew({ ...input, address: ctx.ip }));
