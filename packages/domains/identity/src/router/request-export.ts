import { shopperProcedure } from '@mallhive/trpc';
import { requestExportOutput } from '../contract-personal-data.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const requestExport = (identity: Identity) =>
  shopperProcedure.output(requestExportOutput).mutation(({ ctx }) => identity.requestExport(callerOf(ctx)));
