import type { Order, Shipment, SubOrder } from '../types.ts';

type Entry = Order['timeline'][number];

/** The parcel that an entry is about: it was written at the very moment that the parcel left or arrived. */
export function parcelOf(order: Order, { kind, at }: Entry): { part: SubOrder; shipment: Shipment } | null {
  const moment = kind === 'shipped' ? 'shippedAt' : kind === 'delivered' ? 'deliveredAt' : null;
  if (!moment) return null;
  for (const part of order.subOrders) {
    const shipment = part.shipments.find((candidate) => candidate[moment] === at);
    if (shipment) return { part, shipment };
  }
  return null;
}
