import { sellerProcedure } from '@mallhive/trpc';
import { changeMemberRoleInput } from '../contract-organisations.ts';
import { okOutput } from '../contract-security.ts';
import type { Identity } from '../index.ts';

export const changeMemberRole = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(changeMemberRoleInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.changeMemberRole(ctx.user.id, input));
