import { createHash } from 'node:crypto';
import { type Currency, formatMoney, includedTax, type Locale, money, times } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Checkout, checkoutParcelSchema, totalsSchema } from './contract.ts';
import type { CartNotice, CheckoutCart, Quote } from './ports.ts';

export type Totals = z.infer<typeof totalsSchema>;
export type Parcel = z.infer<typeof checkoutParcelSchema>;
export type Method = 'standard' | 'express';

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

/** One seller's lines with what they cost, to the penny: line totals are exact, tax is rounded per line and per parcel. */
export interface PricedParcel {
  seller: CheckoutCart['lines'][number]['seller'];
  method: Method;
  lines: (CheckoutCart['lines'][number] & { total: number; tax: number })[];
  items: number;
  shipping: number;
  tax: number;
}

export interface PricedCheckout {
  parcels: PricedParcel[];
  items: number;
  shipping: number;
  tax: number;
  revision: string;
}

/** What the cart's lines cost at these rates: the figures that the shopper agrees to and that the order is made of. */
export function priceCheckout(
  checkout: Pick<StoredCheckout, 'country' | 'currency' | 'shipping'>,
  lines: CheckoutCart['lines'],
  quote: Quote,
): PricedCheckout {
  const bySeller = Map.groupBy(lines, (line) => line.seller.id);
  const parcels = [...bySeller.values()].map((own): PricedParcel => {
    const [{ seller }] = own as [CheckoutCart['lines'][number]];
    const chosen = quote.methods.find(({ code }) => code === checkout.shipping[seller.id]) ?? quote.methods[0];
    const priced = own.map((line) => {
      const total = line.unitPrice.amount * line.quantity;
      return { ...line, total, tax: includedTax(total, quote.vatBasisPoints) };
    });
    const shipping = chosen?.price.amount ?? 0;
    return {
      seller,
      method: chosen?.code ?? 'standard',
      lines: priced,
      items: sumOf(priced, (line) => line.total),
      shipping,
      tax: sumOf(priced, (line) => line.tax) + includedTax(shipping, quote.vatBasisPoints),
    };
  });
  const agreed = [
    checkout.country,
    checkout.currency,
    parcels.map(({ seller, method, shipping, lines: own }) => [
      seller.id,
      method,
      shipping,
      own.map((line) => [line.variantId, line.quantity, line.unitPrice.amount]),
    ]),
  ];
  return {
    parcels,
    items: sumOf(parcels, (parcel) => parcel.items),
    shipping: sumOf(parcels, (parcel) => parcel.shipping),
    tax: sumOf(parcels, (parcel) => parcel.tax),
    revision: createHash('sha256').update(JSON.stringify(agreed)).digest('hex').slice(0, 32),
  };
}

export function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

export function totalsOf(figures: { items: number; shipping: number; tax: number }, currency: Currency): Totals {
  return {
    items: money(figures.items, currency),
    shipping: money(figures.shipping, currency),
    tax: money(figures.tax, currency),
    total: money(figures.items + figures.shipping, currency),
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
    parcels: priced.parcels.map(({ seller, method, lines }) => ({
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
      shippingMethods: quote.methods,
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
