import type { Order, SubOrder } from '../types.ts';

type Line = SubOrder['lines'][number];
export interface Choice {
  line: Line;
  /** How many can be chosen at most. */
  most: number;
}

/** Units that are neither sent nor cancelled. */
export const openUnits = (line: Line) => line.quantity - line.shippedQuantity - line.cancelledQuantity;

/** What the shopper can still take back: the seller has sent nothing of that part. */
export function cancellable(order: Order): Choice[] {
  return order.subOrders
    .filter((part) => part.status === 'to_fulfil' && part.shipments.every(({ status }) => status === 'lost'))
    .flatMap((part) => part.lines)
    .map((line) => ({ line, most: openUnits(line) }))
    .filter(({ most }) => most > 0);
}

/** What arrived in time and is in no return. */
export function returnable(part: SubOrder, days: number, now: number): Choice[] {
  const since = now - days * 86_400_000;
  return part.lines
    .map((line) => {
      const arrived = part.shipments
        .filter(({ deliveredAt }) => deliveredAt !== null && Date.parse(deliveredAt) >= since)
        .flatMap((shipment) => shipment.lines)
        .filter(({ orderLineId }) => orderLineId === line.id)
        .reduce((sum, { quantity }) => sum + quantity, 0);
      return { line, most: Math.min(arrived, line.shippedQuantity) - line.returnedQuantity };
    })
    .filter(({ most }) => most > 0);
}

/** The lines that were chosen, in the shape that the API takes. */
export function chosen(choices: readonly Choice[], quantities: Readonly<Record<string, number>>) {
  return choices.flatMap(({ line, most }) => {
    const quantity = Math.min(quantities[line.id] ?? 0, most);
    return quantity > 0 ? [{ orderLineId: line.id, quantity }] : [];
  });
}
