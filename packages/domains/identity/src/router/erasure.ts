import { shopperProcedure } from '@mallhive/trpc';
import { erasureOutput } from '../contract-personal-data.ts';
import type { Identity } from '../index.ts';

export const erasure = (identity: Identity) =>
  shopperProcedure.output(erasureOutput).query(({ ctx }) => identity.erasure(ctx.user.id));
