import type { PaymentsFacade } from '../../index.ts';
import { allPayouts } from './all-payouts.ts';
import { balance } from './balance.ts';
import { checkLedger } from './check-ledger.ts';
import { checkPayoutAccount } from './check-payout-account.ts';
import { createPayoutFile } from './create-payout-file.ts';
import { openPayoutAccount } from './open-payout-account.ts';
import { payoutFile } from './payout-file.ts';
import { payoutFiles } from './payout-files.ts';
import { payoutSettings } from './payout-settings.ts';
import { payouts } from './payouts.ts';
import { requestPayouts } from './request-payouts.ts';
import { savePayoutSettings } from './save-payout-settings.ts';
import { settlePayout } from './settle-payout.ts';
import { settlePayoutFile } from './settle-payout-file.ts';
import { statement } from './statement.ts';
import { statements } from './statements.ts';

/** What sellers have earned and get. */
export const payoutsProcedures = (payments: PaymentsFacade) => ({
  balance: balance(payments),
  payouts: payouts(payments),
  payoutSettings: payoutSettings(payments),
  savePayoutSettings: savePayoutSettings(payments),
  openPayoutAccount: openPayoutAccount(payments),
  checkPayoutAccount: checkPayoutAccount(payments),
  statements: statements(payments),
  statement: statement(payments),
  allPayouts: allPayouts(payments),
  requestPayouts: requestPayouts(payments),
  createPayoutFile: createPayoutFile(payments),
  payoutFiles: payoutFiles(payments),
  payoutFile: payoutFile(payments),
  settlePayout: settlePayout(payments),
  settlePayoutFile: settlePayoutFile(payments),
  checkLedger: checkLedger(payments),
});
