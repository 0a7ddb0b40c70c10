import { shopperProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { chooseSavedMethodInput, chooseSavedMethodOutput } from '../../saved/contract.ts';

export const chooseSavedMethod = (payments: PaymentsFacade) =>
  shopperProcedure
    .input(chooseSavedMethodInput)
    .output(chooseSavedMethodOutput)
    .mutation(({ ctx, input }) => payments.saved.choose(ctx.user.id, input));
