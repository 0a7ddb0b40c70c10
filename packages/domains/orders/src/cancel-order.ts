import type { Deps } from './deps.ts';

export interface CancelInput {
  orderId: string;
  /** `replaced`: the shopper went on with another cart. `stock_lost`: paid, but the units were gone. */
  reason: 'expired' | 'payment_failed' | 'replaced' | 'stock_lost';
  /** Of `stock_lost`: found out before the money was taken. */
  unpaid?: boolean;
}

/** What the timeline keeps; pages in other languages go by the reason. */
const messages: Record<CancelInput['reason'], string> = {
  expired: 'Cancelled: the payment did not arrive in time',
  payment_failed: 'Cancelled: the payment did not go through',
  replaced: 'Cancelled: continued with a changed basket',
  stock_lost: 'Cancelled: sold out before your payment arrived; it is refunded',
};

/** Why, of an entry of the timeline; null for what is no cancellation. */
export function cancelReason(message: string): CancelInput['reason'] | null {
  const reasons = Object.keys(messages) as CancelInput['reason'][];
  return reasons.find((reason) => messages[reason] === message) ?? null;
}

/** Only what is not paid can be cancelled (and what is paid only when its stock is lost). Its units go back at once. */
export async function cancelOrder(
  deps: Deps,
  { orderId, reason, unpaid = false }: CancelInput,
): Promise<{ cancelled: boolean; checkoutId: string | null }> {
  const event = reason === 'stock_lost' && !unpaid ? 'stock_lost' : 'cancel';
  const now = deps.clock.now();
  const order = await deps.orders.cancel({ orderId, event, reason, message: messages[reason], now });
  if (order?.checkoutId) await deps.cart.release(order.checkoutId);
  return { cancelled: order !== null, checkoutId: order?.checkoutId ?? null };
}
