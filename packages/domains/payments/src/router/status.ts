import { publicProcedure } from '@mallhive/trpc';
import { statusInput, statusOutput } from '../contract.ts';
import type { PaymentsFacade } from '../index.ts';

export const status = (payments: PaymentsFacade) =>
  publicProcedure
    .input(statusInput)
    .output(statusOutput)
    .query(({ input }) => payments.status(input));
