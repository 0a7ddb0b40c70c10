import { publicProcedure } from '@mallhive/trpc';
import { cartOutput } from '../contract.ts';
import type { CartFacade } from '../index.ts';
import { answer, ownerOf } from './cookie.ts';

export const get = (cart: CartFacade) =>
  publicProcedure.output(cartOutput).query(async ({ ctx }) => answer(ctx, await cart.get(ownerOf(ctx))));
