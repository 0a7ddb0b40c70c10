import type { WorkflowDependencies } from '../dependencies.ts';

/**
 * Reservations ran out: what was sold is taken, what waits for payment is cancelled, the rest goes back. The order is asked
 * first and its answer is final, so units of a paid order are never given away.
 */
export async function settleCheckouts(
  { orders, cart }: Pick<WorkflowDependencies, 'orders' | 'cart'>,
  checkoutIds: readonly string[],
): Promise<{ committed: number; released: number }> {
  if (checkoutIds.length === 0) return { committed: 0, released: 0 };
  const known = await orders.ofCheckouts(checkoutIds);
  const paid: string[] = [];
  for (const { orderId, checkoutId, status } of known) {
    if (status === 'cancelled') continue;
    const waiting = status === 'pending_payment' || status === 'payment_failed';
    const { cancelled } = waiting ? await orders.cancel({ orderId, reason: 'expired' }) : { cancelled: false };
    if (!cancelled) paid.push(checkoutId);
  }
  for (const checkoutId of paid) await cart.commit(checkoutId);
  const released = await cart.expire(checkoutIds.filter((id) => !paid.includes(id)));
  return { committed: paid.length, released };
}
