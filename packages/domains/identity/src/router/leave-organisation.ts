import { sellerProcedure } from '@mallhive/trpc';
import { leaveOrganisationInput } from '../contract-organisations.ts';
import { okOutput } from '../contract-security.ts';
import type { Identity } from '../index.ts';

export const leaveOrganisation = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', closedToo: true })
    .input(leaveOrganisationInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.leaveOrganisation(ctx.user.id, input.sellerId));
