import type { PaymentsFacade } from '../../index.ts';
import { addCommissionRule } from './add-commission-rule.ts';
import { commissionPreview } from './commission-preview.ts';
import { commissionRules } from './commission-rules.ts';
import { endCommissionRule } from './end-commission-rule.ts';

/** Which share the marketplace takes. */
export const commissionProcedures = (payments: PaymentsFacade) => ({
  commissionRules: commissionRules(payments),
  addCommissionRule: addCommissionRule(payments),
  endCommissionRule: endCommissionRule(payments),
  commissionPreview: commissionPreview(payments),
});
