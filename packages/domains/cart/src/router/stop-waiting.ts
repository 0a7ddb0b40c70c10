import { shopperProcedure } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { stopWaitingInput, stopWaitingOutput } from '../watches/contract.ts';

export const stopWaiting = (cart: CartFacade) =>
  shopperProcedure
    .input(stopWaitingInput)
    .output(stopWaitingOutput)
    .mutation(({ ctx, input }) => cart.stopWaiting(ctx.user.id, input));
