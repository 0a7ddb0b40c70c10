import { publicProcedure } from '@mallhive/trpc';
import { invitationInput, invitationOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const invitation = (identity: Identity) =>
  publicProcedure
    .input(invitationInput)
    .output(invitationOutput)
    .query(({ input }) => identity.invitation(input.token));
