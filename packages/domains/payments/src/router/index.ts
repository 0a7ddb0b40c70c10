import { router } from '@mallhive/trpc';
import type { PaymentsFacade } from '../index.ts';
import { commissionProcedures } from './commission/index.ts';
import { confirmTest } from './confirm-test.ts';
import { giftCardProcedures } from './gift-cards/index.ts';
import { payoutsProcedures } from './payouts/index.ts';
import { providers } from './providers.ts';
import { ratesProcedures } from './rates/index.ts';
import { savedProcedures } from './saved/index.ts';
import { startApproval } from './start-approval.ts';
import { status } from './status.ts';

export default function createPaymentsRouter(payments: PaymentsFacade) {
  return router({
    providers: providers(payments),
    confirmTest: confirmTest(payments),
    startApproval: startApproval(payments),
    status: status(payments),
    ...savedProcedures(payments),
    ...ratesProcedures(payments),
    ...payoutsProcedures(payments),
    ...commissionProcedures(payments),
    ...giftCardProcedures(payments),
  });
}
