import { money } from '@mallhive/kernel';
import type { z } from 'zod';
import type { SubOrderStatus, sellerOrdersInput, sellerOrdersOutput } from './contract.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Deps } from './deps.ts';
import { assertMember, type SellerActor } from './owner.ts';

const statusesOf: Record<z.output<typeof sellerOrdersInput>['status'], SubOrderStatus[]> = {
  all: ['to_fulfil', 'partially_shipped', 'shipped', 'delivered', 'cancelled'],
  to_fulfil: ['to_fulfil', 'partially_shipped'],
  shipped: ['shipped'],
  delivered: ['delivered'],
  cancelled: ['cancelled'],
};

export async function listSellerOrders(
  deps: Deps,
  actor: SellerActor,
  { sellerId, status, cursor, limit }: z.output<typeof sellerOrdersInput>,
): Promise<z.output<typeof sellerOrdersOutput>> {
  assertMember(actor, sellerId);
  const { items, counts } = await deps.lists.ofSeller(sellerId, statusesOf[status], decodeCursor(cursor), limit + 1);
  const page = items.slice(0, limit).map(({ currency, total, placedAt, ...row }) => ({
    ...row,
    placedAt: new Date(placedAt).toISOString(),
    total: money(total, currency),
  }));
  const last = page.at(-1);
  const nextCursor = last && items.length > limit ? encodeCursor(new Date(last.placedAt), last.id) : null;
  return { items: page, nextCursor, counts };
}
