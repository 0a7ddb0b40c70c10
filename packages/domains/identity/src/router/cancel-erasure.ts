import { shopperProcedure } from '@mallhive/trpc';
import { cancelErasureOutput } from '../contract-personal-data.ts';
import type { Identity } from '../index.ts';

export const cancelErasure = (identity: Identity) =>
  shopperProcedure.output(cancelErasureOutput).mutation(({ ctx }) => identity.cancelErasure(ctx.user.id));
