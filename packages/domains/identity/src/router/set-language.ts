import { shopperProcedure } from '@mallhive/trpc';
import { languageSchema } from '../contract.ts';
import type { Identity } from '../index.ts';

export const setLanguage = (identity: Identity) =>
  shopperProcedure
    .input(languageSchema)
    .output(languageSchema)
    .mutation(({ ctx, input }) => identity.setLanguage(ctx.user.id, input.locale));
