import { shopperProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { removeSavedMethodInput, removeSavedMethodOutput } from '../../saved/contract.ts';

export const removeSavedMethod = (payments: PaymentsFacade) =>
  shopperProcedure
    .input(removeSavedMethodInput)
    .output(removeSavedMethodOutput)
    .mutation(({ ctx, input }) => payments.saved.remove(ctx.user.id, input));
