import { sellerProcedure } from '@mallhive/trpc';
import { auditLogInput, auditLogOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const auditLog = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(auditLogInput)
    .output(auditLogOutput)
    .query(({ input, ctx }) => identity.auditLog(ctx.user.id, input));
