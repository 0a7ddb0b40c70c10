import { shopperProcedure } from '@mallhive/trpc';
import { shopSlugFreeInput, shopSlugFreeOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const shopSlugFree = (identity: Identity) =>
  shopperProcedure
    .input(shopSlugFreeInput)
    .output(shopSlugFreeOutput)
    .query(({ input }) => identity.shopSlugFree(input.slug));
