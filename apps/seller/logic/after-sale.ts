import type { SubOrder } from '../types.ts';

type Line = SubOrder['lines'][number];

/** Units that are neither in a parcel nor cancelled. */
export const openUnits = (line: Pick<Line, 'quantity' | 'shippedQuantity' | 'cancelledQuantity'>): number =>
  line.quantity - line.shippedQuantity - line.cancelledQuantity;

/** `4.50`, `4,5` or `4` as minor units; null for what is no positive amount with that many decimals. */
export function minorUnits(typed: string, digits: number): number | null {
  const match = /^(\d{1,7})(?:[.,](\d+))?$/.exec(typed.trim());
  if (!match || (match[2] ?? '').length > digits) return null;
  const units = Number(`${match[1]}${(match[2] ?? '').padEnd(digits, '0')}`);
  return units > 0 ? units : null;
}
