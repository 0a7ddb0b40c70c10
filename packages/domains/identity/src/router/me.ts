import { publicProcedure } from '@mallhive/trpc';
import { meOutput } from '../contract.ts';

export const me = () => publicProcedure.output(meOutput).query(({ ctx }) => ({ user: ctx.user }));
