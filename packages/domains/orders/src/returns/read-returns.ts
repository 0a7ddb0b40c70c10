import { money } from '@mallhive/kernel';
import type { z } from 'zod';
import { creditOf } from '../cancellations/credit.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Deps } from '../deps.ts';
import { orderNotFound } from '../errors.ts';
import { viewReturn } from '../order-view.ts';
import { assertMember, type SellerActor } from '../owner.ts';
import type { allReturnsInput, returnsOutput, sellerReturnOutput, sellerReturnsInput } from './contract.ts';
import type { ReturnKeeper } from './keeper.ts';
import { findReturn } from './request-return.ts';

export function listSellerReturns(deps: Deps, actor: SellerActor, input: z.output<typeof sellerReturnsInput>) {
  assertMember(actor, input.sellerId);
  return listReturns(deps, input.sellerId, input);
}

/** Of one seller, or of all. */
export async function listReturns(
  deps: Deps,
  sellerId: string | null,
  { status, cursor, limit }: z.output<typeof allReturnsInput>,
): Promise<z.output<typeof returnsOutput>> {
  const { items, counts } = await deps.returns.list(sellerId, status, decodeCursor(cursor), limit + 1);
  const page = items.slice(0, limit).map((row) => ({ ...row, requestedAt: new Date(row.requestedAt).toISOString() }));
  const last = page.at(-1);
  const more = last && items.length > limit;
  return { items: page, counts, nextCursor: more ? encodeCursor(new Date(last.requestedAt), last.id) : null };
}

/** NOT_FOUND for one that is not there, or not of the keeper's seller. */
export async function readReturn(
  deps: Deps,
  { sellerId }: ReturnKeeper,
  returnId: string,
): Promise<z.output<typeof sellerReturnOutput>> {
  const order = await deps.returns.orderOf(returnId, sellerId);
  const found = order && findReturn(order.subOrders, returnId);
  if (!order || !found) throw orderNotFound();
  const { part, one } = found;
  const variantIds = one.lines.flatMap(({ exchangeVariantId }) => exchangeVariantId ?? []);
  const variants = variantIds.length > 0 ? await deps.variants.variantsForCart(variantIds, order.currency) : [];
  const items = one.lines.flatMap((returned) => {
    const line = part.lines.find(({ id }) => id === returned.orderLineId);
    if (!line) return [];
    const { amount } = creditOf(line, returned.quantity, order.taxIncluded);
    const { title, variantTitle, sku, imageUrl } = line;
    const other = variants.find(({ variantId }) => variantId === returned.exchangeVariantId);
    const exchangeTo = returned.exchangeVariantId && (other?.variantTitle ?? returned.exchangeVariantId);
    const worth = money(amount, order.currency);
    return [{ returnLineId: returned.id, orderLineId: line.id, title, variantTitle, sku, imageUrl, worth, exchangeTo }];
  });
  return {
    return: {
      ...viewReturn(one),
      subOrderId: part.id,
      subOrderNumber: part.number,
      sellerName: part.seller.name,
      orderNumber: order.number,
      customerName: order.shippingAddress.name,
      email: order.email,
      worth: money(
        items.reduce((sum, item) => sum + item.worth.amount, 0),
        order.currency,
      ),
      items,
    },
  };
}
