import { sellerProcedure } from '@mallhive/trpc';
import { teamInput, teamOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const team = (identity: Identity) =>
  sellerProcedure
    .input(teamInput)
    .output(teamOutput)
    .query(({ input, ctx }) => identity.team(ctx.user.id, input.sellerId));
