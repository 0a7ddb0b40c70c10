import { publicProcedure } from '@mallhive/trpc';
import { confirmOutput, confirmTestInput } from '../contract.ts';
import type { PaymentsFacade } from '../index.ts';

export const confirmTest = (payments: PaymentsFacade) =>
  publicProcedure
    .input(confirmTestInput)
    .output(confirmOutput)
    .mutation(({ input }) => payments.confirmTest(input));
