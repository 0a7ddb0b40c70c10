import { shopperProcedure } from '@mallhive/trpc';
import { wishedInput, wishedOutput } from '../contract-wishlist.ts';
import type { CartFacade } from '../index.ts';

export const wished = (cart: CartFacade) =>
  shopperProcedure
    .input(wishedInput)
    .output(wishedOutput)
    .query(({ ctx, input }) => cart.wished(ctx.user.id, input));
