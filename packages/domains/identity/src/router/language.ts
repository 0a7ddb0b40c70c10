import { shopperProcedure } from '@mallhive/trpc';
import { languageSchema } from '../contract.ts';
import type { Identity } from '../index.ts';

export const language = (identity: Identity) =>
  shopperProcedure.output(languageSchema).query(({ ctx }) => identity.language(ctx.user.id));
