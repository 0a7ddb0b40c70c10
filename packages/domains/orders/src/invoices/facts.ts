import type { Currency } from '@mallhive/kernel';
import type { Address } from '../contract.ts';
import type { OrderDocument, SubOrderDocument } from '../order.ts';

/** A seller as it stands on paper; the address without the country, a line each. */
export interface InvoiceParty {
  sellerId: string;
  name: string;
  postalAddress: string;
  country: string;
  taxNumber: string;
}

/** Amounts in minor units; `amount` after the discount, the tax within it or on top as the whole says. */
export interface FactLine {
  kind: 'goods' | 'delivery' | 'other';
  orderLineId: string | null;
  title: string;
  variantTitle: string;
  sku: string;
  quantity: number;
  unitPrice: number | null;
  discount: number;
  amount: number;
  tax: number;
  taxBasisPoints: number;
}

/** What a document says for ever, but for who bought. */
export interface InvoiceFacts {
  orderNumber: string;
  partNumber: string;
  placedAt: string;
  currency: Currency;
  taxIncluded: boolean;
  seller: Omit<InvoiceParty, 'sellerId'>;
  paidWith: { provider: string; card: string | null }[];
  lines: FactLine[];
}
export type Buyer = Address;

export interface TaxShare {
  basisPoints: number;
  /** Without the tax. */
  base: number;
  tax: number;
}

/** By rate, the highest first. */
export function taxesOf({ lines, taxIncluded }: Pick<InvoiceFacts, 'lines' | 'taxIncluded'>): TaxShare[] {
  return [...Map.groupBy(lines, (line) => line.taxBasisPoints)]
    .map(([basisPoints, own]) => {
      const tax = own.reduce((sum, line) => sum + line.tax, 0);
      const amount = own.reduce((sum, line) => sum + line.amount, 0);
      return { basisPoints, base: taxIncluded ? amount - tax : amount, tax };
    })
    .sort((a, b) => b.basisPoints - a.basisPoints);
}

export function totalOf({ lines, taxIncluded }: Pick<InvoiceFacts, 'lines' | 'taxIncluded'>): number {
  return lines.reduce((sum, line) => sum + line.amount + (taxIncluded ? 0 : line.tax), 0);
}

/** The rate of a line that has none of its own: that of the part which explains its tax best. */
export function rateOf(line: { taxBasisPoints: number | null; net: number; tax: number }, known: number[]): number {
  if (line.taxBasisPoints !== null) return line.taxBasisPoints;
  const seen = line.net > 0 ? Math.round((line.tax * 10_000) / line.net) : 0;
  return [...known].sort((a, b) => Math.abs(a - seen) - Math.abs(b - seen))[0] ?? seen;
}

/** What a seller's part of a paid order cost: its lines and its delivery. */
export function invoiceLines(part: SubOrderDocument): FactLine[] {
  const known = part.lines.flatMap(({ taxBasisPoints }) => taxBasisPoints ?? []);
  const goods = part.lines.map((line): FactLine => {
    const amount = line.total - line.discount;
    const net = part.taxIncluded ? amount - line.tax : amount;
    return {
      kind: 'goods',
      orderLineId: line.id,
      title: line.title,
      variantTitle: line.variantTitle,
      sku: line.sku,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discount: line.discount,
      amount,
      tax: line.tax,
      taxBasisPoints: rateOf({ taxBasisPoints: line.taxBasisPoints, net, tax: line.tax }, known),
    };
  });
  if (part.shipping === 0) return goods;
  const delivery: FactLine = {
    kind: 'delivery',
    orderLineId: null,
    title: '',
    variantTitle: '',
    sku: '',
    quantity: 1,
    unitPrice: part.shipping,
    discount: part.shippingDiscount,
    amount: part.shipping - part.shippingDiscount,
    tax: part.tax - goods.reduce((sum, line) => sum + line.tax, 0),
    taxBasisPoints: Math.max(0, ...goods.map((line) => line.taxBasisPoints)),
  };
  return [...goods, delivery];
}

export function invoiceFacts(
  order: OrderDocument,
  part: SubOrderDocument,
  { seller, paidWith }: Pick<InvoiceFacts, 'seller' | 'paidWith'>,
): InvoiceFacts {
  return {
    orderNumber: order.number,
    partNumber: part.number,
    placedAt: new Date(order.placedAt).toISOString(),
    currency: order.currency,
    taxIncluded: part.taxIncluded,
    seller,
    paidWith,
    lines: invoiceLines(part),
  };
}
