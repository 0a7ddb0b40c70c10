import { shopperProcedure } from '@mallhive/trpc';
import { profileOutput, updateProfileInput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const updateProfile = (identity: Identity) =>
  shopperProcedure
    .input(updateProfileInput)
    .output(profileOutput)
    .mutation(({ input, ctx }) => identity.updateProfile(ctx.user.id, input));
