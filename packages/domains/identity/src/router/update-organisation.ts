import { sellerProcedure } from '@mallhive/trpc';
import { updateOrganisationInput } from '../contract-organisations.ts';
import { okOutput } from '../contract-security.ts';
import type { Identity } from '../index.ts';

export const updateOrganisation = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'], closedToo: true })
    .input(updateOrganisationInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.updateOrganisation(ctx.user.id, input));
