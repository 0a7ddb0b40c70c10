import type { PaymentsFacade } from '../../index.ts';
import { claim } from './claim.ts';
import { removeSavedMethod } from './remove-saved-method.ts';
import { savedMethods } from './saved-methods.ts';

export const savedProcedures = (payments: PaymentsFacade) => ({
  savedMethods: savedMethods(payments),
  claim: claim(payments),
  removeSavedMethod: removeSavedMethod(payments),
});
