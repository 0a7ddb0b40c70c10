import { shopperProcedure } from '@mallhive/trpc';
import { dataExportsOutput } from '../contract-personal-data.ts';
import type { Identity } from '../index.ts';

export const dataExports = (identity: Identity) =>
  shopperProcedure.output(dataExportsOutput).query(({ ctx }) => identity.dataExports(ctx.user.id));
