import { shopperProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { savedMethodsOutput } from '../../saved/contract.ts';

export const savedMethods = (payments: PaymentsFacade) =>
  shopperProcedure
    .output(savedMethodsOutput)
    .query(async ({ ctx }) => ({ methods: await payments.saved.list(ctx.user.id) }));
