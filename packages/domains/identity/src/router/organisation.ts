import { sellerProcedure } from '@mallhive/trpc';
import { organisationInput, organisationOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const organisation = (identity: Identity) =>
  sellerProcedure
    .input(organisationInput)
    .output(organisationOutput)
    .query(({ input, ctx }) => identity.organisation(ctx.user.id, input.sellerId));
