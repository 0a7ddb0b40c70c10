import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import type { LockedChange } from '../cancellations/change.repository.ts';
import { creditOf } from '../cancellations/credit.ts';
import { detailMoney, planRefund, refundEvent } from '../cancellations/plan-refund.ts';
import type { Deps } from '../deps.ts';
import { inspectionIncomplete, orderNotFound, returnNotOpen } from '../errors.ts';
import { returnChanged } from '../events.ts';
import type { OrderDocument, ReturnDocument, SubOrderDocument } from '../order.ts';
import { orderStatusOf, returnTransitions, step } from '../order-state.ts';
import type { ExchangeVariant } from '../ports.ts';
import type { inspectAnyReturnInput } from './contract.ts';
import { exchangeable, worthOfUnit } from './exchange.ts';
import type { ReturnKeeper } from './keeper.ts';
import { readReturn } from './read-returns.ts';
import { findReturn } from './request-return.ts';
import { type ExchangeLine, type InspectedLine, returnWrites } from './return.repository.ts';
import { returnFacts } from './return-facts.ts';

type Input = z.output<typeof inspectAnyReturnInput>;

/** What came back was looked at: what is accepted goes back as money or as the other variant, what can be sold again into the stock. */
export async function inspectReturn(deps: Deps, keeper: ReturnKeeper, input: Input) {
  const { returnId } = input;
  const order = await deps.returns.orderOf(returnId, keeper.sellerId);
  const before = order && findReturn(order.subOrders, returnId);
  if (!order || !before) throw orderNotFound();
  if (before.one.status === 'received') {
    const found = checked(before.one, input);
    const instead = await reserveExchange(deps, order, before.one, found);
    await deps.changes.withLocked({ orderId: order.id }, (locked) =>
      inspectLocked(deps, locked, keeper, input, instead),
    );
  } else if (before.one.status !== 'inspected' && before.one.status !== 'closed') {
    throw returnNotOpen(before.one.status);
  }
  return readReturn(deps, keeper, returnId);
}

/** Every line once, no more than was sent, and a word when it is less. */
function checked(one: ReturnDocument, { lines, note }: Input): InspectedLine[] {
  const byId = new Map(lines.map((line) => [line.returnLineId, line]));
  const complete =
    byId.size === lines.length && one.lines.every(({ id }) => byId.has(id)) && lines.length === one.lines.length;
  const tooMany = one.lines.some(({ id, quantity }) => (byId.get(id)?.acceptedQuantity ?? 0) > quantity);
  const less = one.lines.some(({ id, quantity }) => (byId.get(id)?.acceptedQuantity ?? 0) < quantity);
  if (!complete || tooMany || (less && note === '')) throw inspectionIncomplete();
  return lines;
}

/**
 * The other variants are held before anything is written; when they are gone or dearer now, the money goes back instead.
 * A hold that nothing was made of ends by itself.
 */
async function reserveExchange(
  deps: Deps,
  order: OrderDocument,
  one: ReturnDocument,
  found: readonly InspectedLine[],
): Promise<Map<string, ExchangeVariant> | null> {
  if (one.wish !== 'exchange') return null;
  const accepted = new Map(found.map((line) => [line.returnLineId, line.acceptedQuantity]));
  const wanted = one.lines.flatMap((line) => {
    const quantity = accepted.get(line.id) ?? 0;
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  if (wanted.length === 0) return null;
  try {
    const variants = await exchangeable(deps, order, wanted);
    const units = Map.groupBy(wanted, (line) => variants.get(line.orderLineId)?.variantId ?? '');
    const held = await deps.cart.reserve({
      checkoutId: one.id,
      cartId: order.cartId ?? one.id,
      lines: [...units].map(([variantId, own]) => ({
        variantId,
        quantity: own.reduce((sum, line) => sum + line.quantity, 0),
      })),
      expiresAt: new Date(deps.clock.now().getTime() + 86_400_000),
    });
    return held.ok ? variants : null;
  } catch (error) {
    deps.logger.info({ error, returnId: one.id }, 'The exchange is not possible any more; its price goes back');
    return null;
  }
}

async function inspectLocked(
  deps: Deps,
  locked: LockedChange,
  { by, id }: ReturnKeeper,
  input: Input,
  instead: Map<string, ExchangeVariant> | null,
): Promise<void> {
  const { order } = locked;
  const located = findReturn(order.subOrders, input.returnId);
  if (!located) throw orderNotFound();
  const { part, one } = located;
  const moved = step(returnTransitions, one.status, 'inspect');
  // Somebody else was first.
  if (!moved.ok) return;
  const found = checked(one, input);
  const at = deps.clock.now();
  const lines = itemsOf(part, one, found);
  const credits = lines.map(({ line, accepted }) => creditOf(line, accepted, order.taxIncluded));
  const worth = credits.reduce((sum, credit) => sum + credit.amount, 0);
  const exchange = instead ? exchangeLines(order, lines, instead) : [];
  const used = exchange.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  const refund = planRefund(
    { order, part },
    {
      cause: 'return',
      causeId: one.id,
      amount: worth - used,
      shipping: 0,
      tax: Math.max(
        0,
        credits.reduce((sum, credit) => sum + credit.tax, 0) - exchange.reduce((sum, line) => sum + line.tax, 0),
      ),
      reason: one.number,
      at,
    },
  );
  await returnWrites.inspect(locked.tx, one.id, found);
  // With nothing to give back it ends here; else when the money is there.
  await returnWrites.move(locked.tx, one.id, refund ? moved.to : 'closed', at, { decision: input.note });
  const exchangeId = exchange.length > 0 ? newId(at.getTime()) : null;
  const parts = order.subOrders.map(({ status }) => status);
  await locked.apply({
    subOrderId: part.id,
    subOrderStatus: part.status,
    orderStatus: orderStatusOf(exchangeId ? [...parts, 'to_fulfil'] : parts, order.status),
    lines: lines.map(({ line, accepted, restock }) => ({
      orderLineId: line.id,
      credited: accepted,
      restocked: restock ? accepted : 0,
    })),
    refund,
    actor: { by, id },
    told: {
      kind: exchangeId ? 'return_exchanged' : 'return_inspected',
      message: `Return ${one.number} was checked`,
      detail: { number: one.number, seller: part.seller.name, ...detailMoney(order, refund) },
    },
    at,
  });
  if (exchangeId) {
    const number = `${order.number}-X${order.subOrders.filter(({ exchangeOf }) => exchangeOf !== null).length + 1}`;
    await returnWrites.addExchange(locked.tx, {
      id: exchangeId,
      of: part.id,
      number,
      returnId: one.id,
      lines: exchange,
      at,
    });
  }
  await locked.audit({
    actor: { kind: by, userId: id },
    sellerId: part.seller.id,
    action: 'return.inspect',
    objectType: 'return',
    objectId: one.id,
    changes: { status: [one.status, moved.to], refund: [0, refund?.amount ?? 0] },
    at,
  });
  await locked.append([
    returnChanged.create(
      {
        ...returnFacts(order, part, one),
        state: exchangeId ? 'exchanged' : 'inspected',
        text: input.note,
        refund: refund?.amount ?? 0,
        restock: lines
          .filter(({ restock, accepted }) => restock && accepted > 0)
          .map(({ line, accepted, returnLineId }) => ({
            returnLineId,
            variantId: line.variantId,
            productId: line.productId,
            checkoutId: part.exchangeOf ?? order.checkoutId ?? order.id,
            quantity: accepted,
          })),
        exchange: exchangeId,
      },
      at,
    ),
    ...(refund ? [refundEvent(order, part, refund, at)] : []),
  ]);
}

function itemsOf(part: SubOrderDocument, one: ReturnDocument, found: readonly InspectedLine[]) {
  return one.lines.flatMap((returned) => {
    const line = part.lines.find(({ id }) => id === returned.orderLineId);
    const seen = found.find(({ returnLineId }) => returnLineId === returned.id);
    if (!line || !seen) return [];
    return [{ line, returnLineId: returned.id, accepted: seen.acceptedQuantity, restock: seen.restock }];
  });
}

/** Never worth more than what came back, whatever the price is by now. */
function exchangeLines(
  order: OrderDocument,
  lines: ReturnType<typeof itemsOf>,
  variants: Map<string, ExchangeVariant>,
): ExchangeLine[] {
  return lines.flatMap(({ line, accepted }, index) => {
    const variant = variants.get(line.id);
    if (!variant || accepted === 0) return [];
    const unitPrice = Math.min(variant.unitPrice.amount, worthOfUnit(line, order.taxIncluded));
    const total = unitPrice * accepted;
    const { variantId, productId, slug, sku, title, variantTitle, imageUrl } = variant;
    const tax = line.total > 0 ? Math.min(total, Math.round((total * line.tax) / line.total)) : 0;
    return [
      {
        variantId,
        productId,
        slug,
        sku,
        title,
        variantTitle,
        imageUrl,
        quantity: accepted,
        unitPrice,
        tax,
        position: index + 1,
      },
    ];
  });
}
