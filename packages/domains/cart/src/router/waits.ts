import { shopperProcedure } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { waitsInput, waitsOutput } from '../watches/contract.ts';

export const waits = (cart: CartFacade) =>
  shopperProcedure
    .input(waitsInput)
    .output(waitsOutput)
    .query(({ ctx, input }) => cart.waits(ctx.user.id, input));
