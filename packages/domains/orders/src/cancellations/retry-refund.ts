import type { Deps } from '../deps.ts';
import { notRetryable, orderNotFound } from '../errors.ts';

/** A refund that failed goes on its way again. */
export async function retryRefund(deps: Deps, refundId: string): Promise<{ ok: true }> {
  const outcome = await deps.refunds.retry(refundId, deps.clock.now());
  if (outcome === 'unknown') throw orderNotFound();
  if (outcome === 'not_failed') throw notRetryable();
  return { ok: true };
}
