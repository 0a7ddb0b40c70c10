import { newId } from '@mallhive/kernel';
import type { Deps } from './deps.ts';
import { refundNotFound } from './errors.ts';
import { paymentRefundLost } from './events.ts';

/**
 * A refund that the provider had taken did not arrive (the account is closed, the bank sent it back): it is undone in our
 * books, and one of what is still owed waits under its key until it is sent again. Said twice it happened once.
 * Throws while we do not know the refund: the news may be faster than the provider's own answer.
 */
export async function loseRefund(
  deps: Deps,
  provider: string,
  { refundRef, reason }: { refundRef: string; reason: string },
): Promise<'refund_lost' | 'duplicate'> {
  const refund = await deps.payments.refundByRef(provider, refundRef);
  if (!refund) throw refundNotFound();
  const { id, paymentId, key, subOrderId } = refund;
  const outcome = await deps.payments.withLocked(paymentId, async (locked) => {
    const at = deps.clock.now();
    const lost = await locked.loseRefund(id, at);
    if (!lost) return 'duplicate' as const;
    const again = newId(at.getTime());
    const { orderId, currency } = locked.payment;
    const { amount } = lost;
    await locked.insertRefund({ id: again, key, subOrderId, amount, parts: [], reason: refund.reason, at });
    const facts = { paymentId, orderId, amount, currency, provider, refundId: again, key, reason };
    await locked.append([paymentRefundLost.create(facts, at)]);
    return 'refund_lost' as const;
  });
  return outcome ?? 'duplicate';
}
