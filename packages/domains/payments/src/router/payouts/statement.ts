import { sellerProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { fileOutput, statementInput } from '../../payouts/contract.ts';

export const statement = (payments: PaymentsFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'] })
    .input(statementInput)
    .output(fileOutput)
    .query(({ ctx, input }) => payments.payouts.statement(ctx.user, input));
