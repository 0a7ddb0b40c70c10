import { router } from '@mallhive/trpc';
import type { PaymentsFacade } from '../index.ts';
import { confirmTest } from './confirm-test.ts';
import { providers } from './providers.ts';
import { status } from './status.ts';

export default function createPaymentsRouter(payments: PaymentsFacade) {
  return router({
    providers: providers(payments),
    confirmTest: confirmTest(payments),
    status: status(payments),
  });
}
