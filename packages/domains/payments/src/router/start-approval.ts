import { publicProcedure } from '@mallhive/trpc';
import { confirmOutput, startApprovalInput } from '../contract.ts';
import type { PaymentsFacade } from '../index.ts';

export const startApproval = (payments: PaymentsFacade) =>
  publicProcedure
    .input(startApprovalInput)
    .output(confirmOutput)
    .mutation(({ input }) => payments.startApproval(input));
