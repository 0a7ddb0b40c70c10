import { creditOf } from '../cancellations/credit.ts';
import type { Deps } from '../deps.ts';
import { exchangeDearer, exchangeUnavailable, notReturnable } from '../errors.ts';
import type { LineDocument, OrderDocument } from '../order.ts';
import type { ExchangeVariant } from '../ports.ts';

interface Wanted {
  orderLineId: string;
  quantity: number;
  exchangeVariantId?: string | null | undefined;
}

/** The variants that are wanted instead, by order line. Another product, or one that costs more than what was paid, is refused. */
export async function exchangeable(
  deps: Deps,
  order: OrderDocument,
  wanted: readonly Wanted[],
): Promise<Map<string, ExchangeVariant>> {
  const lines = new Map(order.subOrders.flatMap((part) => part.lines).map((line) => [line.id, line]));
  const ids = wanted.flatMap(({ exchangeVariantId }) => exchangeVariantId ?? []);
  if (ids.length !== wanted.length) throw exchangeUnavailable();
  const known = await deps.variants.variantsForCart(ids, order.currency, order.locale);
  const variants = new Map<string, ExchangeVariant>();
  for (const { orderLineId, quantity, exchangeVariantId } of wanted) {
    const line = lines.get(orderLineId);
    if (!line || quantity > line.quantity) throw notReturnable([orderLineId]);
    const variant = known.find(({ variantId }) => variantId === exchangeVariantId);
    if (!variant?.published || variant.productId !== line.productId || variant.variantId === line.variantId) {
      throw exchangeUnavailable();
    }
    if (variant.unitPrice.amount > worthOfUnit(line, order.taxIncluded)) throw exchangeDearer();
    variants.set(orderLineId, variant);
  }
  return variants;
}

/** What was paid for one unit, rounded down. */
export function worthOfUnit(line: LineDocument, taxIncluded: boolean): number {
  return Math.floor(creditOf({ ...line, creditedQuantity: 0 }, line.quantity, taxIncluded).amount / line.quantity);
}
