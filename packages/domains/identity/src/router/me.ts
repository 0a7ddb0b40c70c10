import { publicProcedure } from '@mallhive/trpc';
import { z } from 'zod';
import { meOutput } from '../contract.ts';

export const me = () =>
  publicProcedure
    .input(z.void())
    .output(meOutput)
    .query(({ ctx }) => ({ user: ctx.user }));
