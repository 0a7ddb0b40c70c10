import { cancelOrder } from './cancel-order.ts';
import type { CapturedPayment } from './complete-payment.ts';
import { type Deps, reservationGraceMs } from './deps.ts';

/**
 * Asked before money that a provider holds is taken: does the order wait for exactly this? Until its deadline its units are
 * reserved. After it they are taken again if there are any, else the order ends here and the money is let go.
 */
export async function awaitsPayment(
  deps: Deps,
  { orderId, amount, currency }: Pick<CapturedPayment, 'orderId' | 'amount' | 'currency'>,
): Promise<boolean> {
  const payBy = await deps.orders.payBy({ orderId, amount, currency });
  if (!payBy) return false;
  const now = deps.clock.now();
  if (now <= payBy) return true;
  const order = await deps.orders.byId(orderId);
  if (!order?.checkoutId || !order.cartId) return false;
  const lines = order.subOrders.flatMap((sub) => sub.lines.map(({ variantId, quantity }) => ({ variantId, quantity })));
  const expiresAt = new Date(now.getTime() + reservationGraceMs);
  const reserved = await deps.cart.reserve({ checkoutId: order.checkoutId, cartId: order.cartId, lines, expiresAt });
  if (!reserved.ok) await cancelOrder(deps, { orderId, reason: 'stock_lost', unpaid: true });
  return reserved.ok;
}
