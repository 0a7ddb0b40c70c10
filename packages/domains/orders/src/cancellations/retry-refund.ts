import type { Deps } from '../deps.ts';
import { noAccount, notRetryable, orderNotFound } from '../errors.ts';

/** A refund that failed goes on its way again, or becomes credit. */
export async function retryRefund(deps: Deps, refundId: string, toCredit: boolean): Promise<{ ok: true }> {
  const outcome = await deps.refunds.retry(refundId, deps.clock.now(), toCredit);
  if (outcome === 'unknown') throw orderNotFound();
  if (outcome === 'not_failed') throw notRetryable();
  if (outcome === 'no_account') throw noAccount();
  return { ok: true };
}
