import type { z } from 'zod';
import type { sellerOrderInput, sellerOrderOutput } from './contract.ts';
import type { Deps } from './deps.ts';
import { orderNotFound } from './errors.ts';
import { viewSubOrder, viewTimeline } from './order-view.ts';
import { assertMember, type SellerActor } from './owner.ts';

export async function readSellerOrder(
  deps: Deps,
  actor: SellerActor,
  { sellerId, subOrderId }: Pick<z.output<typeof sellerOrderInput>, 'sellerId' | 'subOrderId'>,
): Promise<z.output<typeof sellerOrderOutput>> {
  assertMember(actor, sellerId);
  const row = await deps.lists.subOrder(subOrderId, sellerId);
  if (!row) throw orderNotFound();
  const { doc, orderNumber, placedAt, email, shippingAddress, timeline } = row;
  return {
    subOrder: {
      ...viewSubOrder(doc, doc.currency),
      orderNumber,
      placedAt: placedAt.toISOString(),
      email,
      shippingAddress,
      timeline: viewTimeline(timeline),
    },
  };
}
