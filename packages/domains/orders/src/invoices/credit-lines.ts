import { creditOf } from '../cancellations/credit.ts';
import type { LineDocument } from '../order.ts';
import { type FactLine, type InvoiceFacts, rateOf, totalOf } from './facts.ts';

interface Reason {
  /** Minor units, everything in it: what goes back. */
  amount: number;
  /** Of the amount: delivery, without tax on top. */
  shipping: number;
  /** Which units it is for; none for money without anything coming back. */
  units: readonly { orderLineId: string; quantity: number }[];
}

/** An amount shared out over the rates of the invoice, as they make it up. */
function rest(amount: number, invoice: InvoiceFacts): FactLine[] {
  const { taxIncluded } = invoice;
  const whole = totalOf(invoice);
  let before = 0;
  let shared = 0;
  return [...Map.groupBy(invoice.lines, (line) => line.taxBasisPoints)].flatMap(([taxBasisPoints, own]) => {
    const gross = totalOf({ lines: own, taxIncluded });
    before += gross;
    const upTo = whole > 0 ? Math.round((amount * before) / whole) : amount;
    const part = upTo - shared;
    shared = upTo;
    if (part === 0) return [];
    const tax = gross > 0 ? Math.round((part * own.reduce((sum, line) => sum + line.tax, 0)) / gross) : 0;
    return {
      ...{ kind: 'other' as const, orderLineId: null, title: '', variantTitle: '', sku: '', quantity: 1 },
      ...{ unitPrice: null, discount: 0, amount: taxIncluded ? part : part - tax, tax, taxBasisPoints },
    };
  });
}

/**
 * What a credit note takes back: the units it is for as they were paid (`before`: how many of each line earlier credit notes
 * took back), the delivery with its tax, and what is left of the amount in the shares of the invoice. The sum is the amount.
 */
export function creditLines(
  invoice: InvoiceFacts,
  lines: readonly LineDocument[],
  before: ReadonlyMap<string, number>,
  { amount, shipping, units }: Reason,
): FactLine[] {
  const { taxIncluded } = invoice;
  const known = invoice.lines.map((line) => line.taxBasisPoints);
  const goods = units.flatMap(({ orderLineId, quantity }): FactLine[] => {
    const line = lines.find(({ id }) => id === orderLineId);
    if (!line) return [];
    const already = Math.min(before.get(orderLineId) ?? 0, line.quantity - quantity);
    const credit = creditOf({ ...line, creditedQuantity: already }, quantity, taxIncluded);
    const { title, variantTitle, sku, tax, total, discount, taxBasisPoints } = line;
    const net = total - discount - (taxIncluded ? tax : 0);
    return [
      {
        ...{ kind: 'goods', orderLineId, title, variantTitle, sku, quantity, unitPrice: null, discount: 0 },
        amount: credit.amount - (taxIncluded ? 0 : credit.tax),
        tax: credit.tax,
        taxBasisPoints: rateOf({ taxBasisPoints, net, tax }, known),
      },
    ];
  });
  const delivery = invoice.lines.find((line) => line.kind === 'delivery');
  const sent: FactLine[] =
    shipping > 0 && delivery && delivery.amount === shipping ? [{ ...delivery, unitPrice: null, discount: 0 }] : [];
  const named = [...goods, ...sent];
  const worth = totalOf({ lines: named, taxIncluded });
  // Capped, or the difference of an exchange: not the price of those units.
  if (worth > amount) return rest(amount, invoice);
  return [...named, ...rest(amount - worth, invoice)];
}
