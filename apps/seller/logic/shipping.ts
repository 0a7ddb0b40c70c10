import type { ShipInput, SubOrder } from '../types.ts';
import { openUnits } from './after-sale.ts';

export interface ShipFields {
  carrier: string;
  trackingNumber: string;
  /** Order line to units in this parcel, as typed. */
  quantities: Record<string, string>;
}

export type ShipProblem =
  | 'carrierMissing'
  | 'trackingMissing'
  | 'trackingShort'
  | 'tooLong'
  | 'quantityInvalid'
  | 'quantityTooMany'
  | 'nothing';

export const carriers = ['Royal Mail', 'DPD', 'Evri', 'UPS', 'DHL', 'Parcelforce'] as const;

export interface OpenLine {
  line: SubOrder['lines'][number];
  left: number;
}

/** Lines with units that can be sent: in no parcel yet, and not waiting for stock. */
export function openLines(subOrder: Pick<SubOrder, 'lines'>): OpenLine[] {
  return subOrder.lines
    .map((line) => ({ line, left: openUnits(line) - line.waitingQuantity }))
    .filter((entry) => entry.left > 0);
}

/** Everything that is left: most parcels are complete. */
export function startFields(subOrder: Pick<SubOrder, 'lines'>, carrier = ''): ShipFields {
  return {
    carrier,
    trackingNumber: '',
    quantities: Object.fromEntries(openLines(subOrder).map(({ line, left }) => [line.id, String(left)])),
  };
}

export function shipProblems(fields: ShipFields, open: readonly OpenLine[]): Record<string, ShipProblem> {
  const problems: Record<string, ShipProblem> = {};
  const carrier = fields.carrier.trim();
  const tracking = fields.trackingNumber.trim();
  if (carrier === '') problems.carrier = 'carrierMissing';
  else if (carrier.length > 60) problems.carrier = 'tooLong';
  if (tracking === '') problems.trackingNumber = 'trackingMissing';
  else if (tracking.length < 3) problems.trackingNumber = 'trackingShort';
  else if (tracking.length > 60) problems.trackingNumber = 'tooLong';
  let units = 0;
  for (const { line, left } of open) {
    const text = (fields.quantities[line.id] ?? '').trim();
    const quantity = text === '' ? 0 : Number(text);
    if (!Number.isInteger(quantity) || quantity < 0) problems[line.id] = 'quantityInvalid';
    else if (quantity > left) problems[line.id] = 'quantityTooMany';
    else units += quantity;
  }
  const first = open[0];
  if (units === 0 && first && !open.some(({ line }) => problems[line.id])) problems[first.line.id] = 'nothing';
  return problems;
}

/** `shipmentId` is chosen once per form: sending it twice makes one parcel. */
export function shipInput(
  ids: Pick<ShipInput, 'sellerId' | 'subOrderId' | 'shipmentId'>,
  fields: ShipFields,
  open: readonly OpenLine[],
): ShipInput {
  return {
    ...ids,
    carrier: fields.carrier.trim(),
    trackingNumber: fields.trackingNumber.trim(),
    lines: open.flatMap(({ line }) => {
      const quantity = Number(fields.quantities[line.id] ?? 0);
      return quantity > 0 ? [{ orderLineId: line.id, quantity }] : [];
    }),
  };
}
