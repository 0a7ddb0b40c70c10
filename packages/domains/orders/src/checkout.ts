import { createHash } from 'node:crypto';
import { type Currency, formatMoney, type Locale, money, taxOn, times } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Checkout, checkoutParcelSchema, totalsSchema } from './contract.ts';
import type { CartNotice, CheckoutCart, Quote, QuoteInput, ShippingMethodCode } from './ports.ts';

export type Totals = z.infer<typeof totalsSchema>;
export type Parcel = z.infer<typeof checkoutParcelSchema>;
export type Method = ShippingMethodCode;

/** A checkout as stored. */
export interface StoredCheckout {
  id: string;
  cartId: string;
  cartVersion: number;
  userId: string | null;
  tokenHash: string | null;
  status: 'open' | 'completed' | 'expired';
  country: string;
  currency: Currency;
  locale: Locale;
  shipping: Record<string, Method>;
  expiresAt: Date;
}

type CartLine = CheckoutCart['lines'][number];

/** One seller's lines with what they cost, to the penny: line totals are exact, tax is rounded half up per line and per parcel. */
export interface PricedParcel {
  seller: CartLine['seller'];
  methods: Quote['parcels'][number]['methods'];
  /** Null: this parcel cannot be sent there. */
  method: Method | null;
  lines: (CartLine & { total: number; tax: number })[];
  items: number;
  shipping: number;
  tax: number;
}

export interface PricedCheckout {
  parcels: PricedParcel[];
  items: number;
  shipping: number;
  tax: number;
  /** False: the tax is on top of items and shipping. */
  taxIncluded: boolean;
  revision: string;
}

/** One parcel a seller, in the order of the cart. */
function parcelsOf(lines: CheckoutCart['lines']): { seller: CartLine['seller']; lines: CartLine[] }[] {
  return [...Map.groupBy(lines, (line) => line.seller.id).values()].flatMap((own) =>
    own[0] ? [{ seller: own[0].seller, lines: own }] : [],
  );
}

/** What has to be asked to price these lines. */
export function quoteInput(
  { country, currency }: Pick<StoredCheckout, 'country' | 'currency'>,
  lines: CheckoutCart['lines'],
): QuoteInput {
  const parcels = parcelsOf(lines).map(({ seller, lines: own }) => ({
    sellerId: seller.id,
    lines: own.map(({ taxClass, unitPrice, weightGrams, quantity }) => ({
      taxClass,
      total: unitPrice.amount * quantity,
      weightGrams,
      quantity,
    })),
  }));
  return { country, currency, parcels };
}

/** What the cart's lines cost at these rates (the answer to `quoteInput`): the figures that the shopper agrees to and that the order is made of. */
export function priceCheckout(
  checkout: Pick<StoredCheckout, 'country' | 'currency' | 'shipping'>,
  lines: CheckoutCart['lines'],
  { taxIncluded, parcels: quoted }: Quote,
): PricedCheckout {
  const parcels = parcelsOf(lines).map(({ seller, lines: own }, index): PricedParcel => {
    const quote = quoted[index];
    const methods = quote?.methods ?? [];
    const chosen = methods.find(({ code }) => code === checkout.shipping[seller.id]) ?? methods[0];
    const priced = own.map((line, at) => {
      const total = line.unitPrice.amount * line.quantity;
      return { ...line, total, tax: taxOn(total, quote?.lines[at]?.taxBasisPoints ?? 0, taxIncluded) };
    });
    const shipping = chosen?.price.amount ?? 0;
    return {
      seller,
      methods,
      method: chosen?.code ?? null,
      lines: priced,
      items: sumOf(priced, (line) => line.total),
      shipping,
      tax: sumOf(priced, (line) => line.tax) + taxOn(shipping, quote?.shippingTaxBasisPoints ?? 0, taxIncluded),
    };
  });
  const agreed = [
    checkout.country,
    checkout.currency,
    parcels.map(({ seller, method, shipping, tax, lines: own }) => [
      seller.id,
      method,
      shipping,
      taxIncluded ? 'included' : tax,
      own.map((line) => [line.variantId, line.quantity, line.unitPrice.amount]),
    ]),
  ];
  return {
    parcels,
    items: sumOf(parcels, (parcel) => parcel.items),
    shipping: sumOf(parcels, (parcel) => parcel.shipping),
    tax: sumOf(parcels, (parcel) => parcel.tax),
    taxIncluded,
    revision: createHash('sha256').update(JSON.stringify(agreed)).digest('hex').slice(0, 32),
  };
}

export function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

interface Figures {
  items: number;
  shipping: number;
  tax: number;
  taxIncluded: boolean;
}

/** What is paid: the goods, the delivery, and the tax where prices are without it. */
export function grandTotal({ items, shipping, tax, taxIncluded }: Figures): number {
  return items + shipping + (taxIncluded ? 0 : tax);
}

export function totalsOf(figures: Figures, currency: Currency): Totals {
  return {
    items: money(figures.items, currency),
    shipping: money(figures.shipping, currency),
    tax: money(figures.tax, currency),
    taxIncluded: figures.taxIncluded,
    total: money(grandTotal(figures), currency),
  };
}

export function noticeText(notice: CartNotice): string {
  switch (notice.kind) {
    case 'price-changed':
      return `${notice.title} is now ${formatMoney(notice.to)} (was ${formatMoney(notice.from)}).`;
    case 'sold-out':
      return `${notice.title} is sold out.`;
    case 'quantity-limited':
      return `Only ${notice.available} of ${notice.title} can be bought right now.`;
    case 'withdrawn':
      return `${notice.title} is not on sale any more.`;
  }
}

/** An open checkout as the shopper sees it. */
export function viewCheckout(checkout: StoredCheckout, cart: CheckoutCart | null, quote: Quote, now: Date): Checkout {
  const priced = priceCheckout(checkout, cart?.lines ?? [], quote);
  const { currency, country } = checkout;
  return {
    id: checkout.id,
    status: checkout.expiresAt <= now ? 'expired' : 'open',
    currency,
    country,
    parcels: priced.parcels.map(({ seller, methods, method, lines }) => ({
      seller,
      lines: lines.map((line) => ({
        variantId: line.variantId,
        productId: line.productId,
        slug: line.slug,
        title: line.title,
        variantTitle: line.variantTitle,
        imageUrl: line.imageUrl,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        total: times(line.unitPrice, line.quantity),
      })),
      shippingMethods: methods,
      chosenShipping: method,
    })),
    totals: totalsOf(priced, currency),
    revision: priced.revision,
    notices: (cart?.notices ?? []).map((notice) => ({
      message: noticeText(notice),
      variantId: notice.variantId,
      detail: notice,
    })),
    order: null,
  };
}
