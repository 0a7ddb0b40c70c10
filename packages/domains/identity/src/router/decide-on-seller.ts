import { administratorProcedure } from '@mallhive/trpc';
import { decideOnSellerInput, decideOnSellerOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const decideOnSeller = (identity: Identity) =>
  administratorProcedure
    .input(decideOnSellerInput)
    .output(decideOnSellerOutput)
    .mutation(({ input, ctx }) => identity.decideOnSeller(ctx.user.id, input));
