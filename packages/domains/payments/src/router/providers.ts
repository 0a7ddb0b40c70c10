import { publicProcedure } from '@mallhive/trpc';
import { providersOutput } from '../contract.ts';
import type { PaymentsFacade } from '../index.ts';

export const providers = (payments: PaymentsFacade) =>
  publicProcedure.output(providersOutput).query(() => ({ providers: payments.providers() }));
