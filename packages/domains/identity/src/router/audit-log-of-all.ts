import { administratorProcedure } from '@mallhive/trpc';
import { auditLogOfAllInput, auditLogOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const auditLogOfAll = (identity: Identity) =>
  administratorProcedure
    .input(auditLogOfAllInput)
    .output(auditLogOutput)
    .query(({ input }) => identity.auditLogOfAll(input));
