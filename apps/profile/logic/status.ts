import type { OrderStatus, Shipment, SubOrder, SubOrderStatus } from '../types.ts';
import { openUnits } from './after-sale.ts';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export const orderTone: Record<OrderStatus, Tone> = {
  pending_payment: 'warning',
  paid: 'info',
  partially_shipped: 'info',
  shipped: 'info',
  delivered: 'success',
  cancelled: 'neutral',
  payment_failed: 'danger',
};

export const subOrderTone: Record<SubOrderStatus, Tone> = {
  pending_payment: 'warning',
  to_fulfil: 'info',
  partially_shipped: 'info',
  shipped: 'info',
  delivered: 'success',
  cancelled: 'neutral',
};

export const steps = ['ordered', 'paid', 'shipped', 'delivered'] as const;
export type Step = (typeof steps)[number];
export type StepState = 'done' | 'current' | 'upcoming';

/** Null for a cancelled part: it is on no way, so there are no steps to show. */
export function stepperOf(status: SubOrderStatus): { step: Step; state: StepState }[] | null {
  if (status === 'cancelled') return null;
  const reached: Record<Exclude<SubOrderStatus, 'cancelled'>, number> = {
    pending_payment: 0,
    to_fulfil: 1,
    partially_shipped: 1,
    shipped: 2,
    delivered: 3,
  };
  const last = reached[status];
  const finished = last === steps.length - 1;
  return steps.map((step, index) => ({
    step,
    state: finished || index <= last ? 'done' : index === last + 1 ? 'current' : 'upcoming',
  }));
}

/** Units of this part that are not in any parcel yet, by line. */
export function unshippedLines(subOrder: SubOrder): { line: SubOrder['lines'][number]; quantity: number }[] {
  if (subOrder.status === 'cancelled') return [];
  return subOrder.lines.map((line) => ({ line, quantity: openUnits(line) })).filter((entry) => entry.quantity > 0);
}

/** What is in a parcel, with the names of the order's lines; a line the order does not know is left out. */
export function parcelLines(
  subOrder: SubOrder,
  shipment: Shipment,
): { line: SubOrder['lines'][number]; quantity: number }[] {
  return shipment.lines.flatMap(({ orderLineId, quantity }) => {
    const line = subOrder.lines.find((candidate) => candidate.id === orderLineId);
    return line ? [{ line, quantity }] : [];
  });
}

/** A tracking link is only followed to the web: the carrier's address comes from outside. */
export function safeTrackingUrl(url: string | null): string | null {
  if (!url) return null;
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
  } catch {
    return null;
  }
}
