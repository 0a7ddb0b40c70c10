import { shopperProcedure } from '@mallhive/trpc';
import { okOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const resendVerification = (identity: Identity) =>
  shopperProcedure.output(okOutput).mutation(({ ctx }) => identity.resendVerification(ctx.user.id));
