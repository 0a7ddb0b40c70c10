import { serviceProcedure } from '@mallhive/trpc';
import { signInExternalInput, signInExternalOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const signInExternal = (identity: Identity) =>
  serviceProcedure
    .input(signInExternalInput)
    .output(signInExternalOutput)
    .mutation(({ input, ctx }) => identity.signInExternal({ ...input, address: ctx.ip }));
