import type { LineDocument, SubOrderDocument } from '../order.ts';

const dayMs = 86_400_000;

/** How many units of a line can still be sent back: those that arrived within the window and are in no return. */
export function returnableOf(part: SubOrderDocument, line: LineDocument, now: Date, days: number): number {
  const since = now.getTime() - days * dayMs;
  const arrived = part.shipments
    .filter(({ deliveredAt }) => deliveredAt !== null && new Date(deliveredAt).getTime() >= since)
    .flatMap((shipment) => shipment.lines)
    .filter(({ orderLineId }) => orderLineId === line.id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.max(0, Math.min(arrived, line.shippedQuantity) - line.returnedQuantity);
}
