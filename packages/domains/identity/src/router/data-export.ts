import { shopperProcedure } from '@mallhive/trpc';
import { dataExportInput, dataExportOutput } from '../contract-personal-data.ts';
import type { Identity } from '../index.ts';

export const dataExport = (identity: Identity) =>
  shopperProcedure
    .input(dataExportInput)
    .output(dataExportOutput)
    .query(({ input, ctx }) => identity.dataExport(ctx.user.id, input.id));
