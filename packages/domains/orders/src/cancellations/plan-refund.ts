import { money, newId } from '@mallhive/kernel';
import type { RefundCause } from '../contract.ts';
import { refundPlanned } from '../events.ts';
import type { OrderDocument, SubOrderDocument } from '../order.ts';
import type { RefundPlan } from './change.repository.ts';

/** What can still be given back of a part: never more than was paid for it, nor than is left of the whole order. */
export function leftOf(order: OrderDocument, part: SubOrderDocument): number {
  return Math.max(0, Math.min(part.total - part.refundPlanned, order.total - order.refundPlanned));
}

/** Null when there is nothing to give back. `amount` is what should go back; no more than what is left does. */
export function planRefund(
  { order, part }: { order: OrderDocument; part: SubOrderDocument },
  wish: {
    cause: RefundCause;
    causeId: string;
    amount: number;
    shipping: number;
    tax: number;
    reason: string;
    at: Date;
  },
): RefundPlan | null {
  const amount = Math.min(wish.amount, leftOf(order, part));
  if (amount <= 0) return null;
  const shipping = Math.min(wish.shipping, amount);
  return {
    id: newId(wish.at.getTime()),
    cause: wish.cause,
    key: `${wish.cause}:${wish.causeId}`,
    amount,
    shipping,
    tax: Math.min(wish.tax, amount),
    reason: wish.reason,
  };
}

export function refundEvent(order: OrderDocument, part: SubOrderDocument, refund: RefundPlan, at: Date) {
  return refundPlanned.create(
    {
      refundId: refund.id,
      orderId: order.id,
      orderNumber: order.number,
      subOrderId: part.id,
      sellerId: part.seller.id,
      sellerName: part.seller.name,
      cause: refund.cause,
      amount: refund.amount,
      currency: order.currency,
      email: order.email,
      name: order.shippingAddress.name,
      userId: order.userId,
      locale: order.locale,
      reason: refund.reason,
    },
    at,
  );
}

export const detailMoney = (order: OrderDocument, refund: RefundPlan | null) =>
  refund ? { amount: money(refund.amount, order.currency) } : {};
