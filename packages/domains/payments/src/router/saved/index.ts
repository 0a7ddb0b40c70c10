import type { PaymentsFacade } from '../../index.ts';
import { chooseSavedMethod } from './choose-saved-method.ts';
import { claim } from './claim.ts';
import { removeSavedMethod } from './remove-saved-method.ts';
import { savedMethods } from './saved-methods.ts';

export const savedProcedures = (payments: PaymentsFacade) => ({
  savedMethods: savedMethods(payments),
  chooseSavedMethod: chooseSavedMethod(payments),
  claim: claim(payments),
  removeSavedMethod: removeSavedMethod(payments),
});
