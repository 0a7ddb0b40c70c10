import { sellerProcedure } from '@mallhive/trpc';
import { removeMemberInput } from '../contract-organisations.ts';
import { okOutput } from '../contract-security.ts';
import type { Identity } from '../index.ts';

export const removeMember = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(removeMemberInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.removeMember(ctx.user.id, input));
