import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { checkLedgerOutput } from '../../payouts/contract.ts';

export const checkLedger = (payments: PaymentsFacade) =>
  administratorProcedure.output(checkLedgerOutput).mutation(() => payments.checkLedger());
