import { createHash } from 'node:crypto';
import { type Currency, formatMoney, type Locale, money, taxOn, times } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Checkout, checkoutParcelSchema, totalsSchema } from './contract.ts';
import type { CartNotice, CheckoutCart, Quote, QuoteInput, ShippingMethodCode } from './ports.ts';
import { type Discount, savingsOf } from './savings.ts';

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

/** One seller's lines with what they cost, to the penny: line totals and discounts are exact, tax is rounded half up per line and per parcel. */
export interface PricedParcel {
  seller: CartLine['seller'];
  methods: Quote['parcels'][number]['methods'];
  /** Null: this parcel cannot be sent there. */
  method: Method | null;
  /** `total` is before the discount, `tax` of what is left after it. */
  lines: (CartLine & { total: number; discount: number; tax: number; taxBasisPoints: number })[];
  items: number;
  discount: number;
  shipping: number;
  shippingDiscount: number;
  /** Of goods and delivery, by promotion; none that takes off nothing. */
  discounts: Discount[];
  tax: number;
}

export interface PricedCheckout {
  parcels: PricedParcel[];
  items: number;
  discount: number;
  shipping: number;
  shippingDiscount: number;
  tax: number;
  /** False: the tax is on top of items and shipping. */
  taxIncluded: boolean;
  revision: string;
}

/** What of a cart has to do with its price. */
type Priceable = Pick<CheckoutCart, 'lines' | 'promotions'>;
const nothing: Priceable = { lines: [], promotions: [] };

/** One parcel a seller, in the order of the cart. */
function parcelsOf(lines: CheckoutCart['lines']): { seller: CartLine['seller']; lines: CartLine[] }[] {
  return [...Map.groupBy(lines, (line) => line.seller.id).values()].flatMap((own) =>
    own[0] ? [{ seller: own[0].seller, lines: own }] : [],
  );
}

/** What each variant gets off, in minor units. */
function discountsByVariant({ promotions }: Priceable): Map<string, number> {
  const discounts = new Map<string, number>();
  for (const { lines } of promotions) {
    for (const { variantId, amount } of lines) discounts.set(variantId, (discounts.get(variantId) ?? 0) + amount);
  }
  return discounts;
}

/** What has to be asked to price this cart. */
export function quoteInput(
  { country, currency }: Pick<StoredCheckout, 'country' | 'currency'>,
  cart: Priceable | null,
): QuoteInput {
  const discounts = discountsByVariant(cart ?? nothing);
  const parcels = parcelsOf(cart?.lines ?? []).map(({ seller, lines: own }) => ({
    sellerId: seller.id,
    lines: own.map(({ variantId, taxClass, unitPrice, weightGrams, quantity }) => ({
      taxClass,
      total: unitPrice.amount * quantity - (discounts.get(variantId) ?? 0),
      weightGrams,
      quantity,
    })),
  }));
  return { country, currency, parcels };
}

/** What the promotions take off one parcel. Free delivery is worth what the cheapest way costs; a dearer one costs the difference. */
function discountsOf(
  { promotions }: Priceable,
  seller: CartLine['seller'],
  lines: readonly CartLine[],
  freight: number,
): Discount[] {
  let left = freight;
  const own = new Set(lines.map(({ variantId }) => variantId));
  return promotions.flatMap(({ promotionId, title, code, bearer, lines: off, freeShipping }) => {
    const items = sumOf(off, ({ variantId, amount }) => (own.has(variantId) ? amount : 0));
    const shipping = freeShipping.includes(seller.id) ? left : 0;
    left -= shipping;
    return items + shipping > 0 ? [{ promotionId, title, code, bearer, items, shipping }] : [];
  });
}

/** What the cart costs at these rates (the answer to `quoteInput`): the figures that the shopper agrees to and that the order is made of. */
export function priceCheckout(
  checkout: Pick<StoredCheckout, 'country' | 'currency' | 'shipping'>,
  cart: Priceable | null,
  { taxIncluded, parcels: quoted }: Quote,
): PricedCheckout {
  const priceable = cart ?? nothing;
  const off = discountsByVariant(priceable);
  const parcels = parcelsOf(priceable.lines).map(({ seller, lines: own }, index): PricedParcel => {
    const quote = quoted[index];
    const methods = quote?.methods ?? [];
    const chosen = methods.find(({ code }) => code === checkout.shipping[seller.id]) ?? methods[0];
    const priced = own.map((line, at) => {
      const total = line.unitPrice.amount * line.quantity;
      const discount = off.get(line.variantId) ?? 0;
      const taxBasisPoints = quote?.lines[at]?.taxBasisPoints ?? 0;
      const tax = taxOn(total - discount, taxBasisPoints, taxIncluded);
      return { ...line, total, discount, tax, taxBasisPoints };
    });
    const shipping = chosen?.price.amount ?? 0;
    const cheapest = Math.min(shipping, ...methods.map(({ price }) => price.amount));
    const discounts = discountsOf(priceable, seller, own, cheapest);
    const shippingDiscount = sumOf(discounts, (discount) => discount.shipping);
    const shippingTax = taxOn(shipping - shippingDiscount, quote?.shippingTaxBasisPoints ?? 0, taxIncluded);
    return {
      seller,
      methods,
      method: chosen?.code ?? null,
      lines: priced,
      items: sumOf(priced, (line) => line.total),
      discount: sumOf(priced, (line) => line.discount),
      shipping,
      shippingDiscount,
      discounts,
      tax: sumOf(priced, (line) => line.tax) + shippingTax,
    };
  });
  const agreed = [
    checkout.country,
    checkout.currency,
    parcels.map(({ seller, method, shipping, tax, lines: own, discounts }) => [
      seller.id,
      method,
      shipping,
      taxIncluded ? 'included' : tax,
      own.map((line) => [line.variantId, line.quantity, line.unitPrice.amount, line.discount]),
      discounts.map(({ promotionId, items, shipping: freight }) => [promotionId, items, freight]),
    ]),
  ];
  return {
    parcels,
    items: sumOf(parcels, (parcel) => parcel.items),
    discount: sumOf(parcels, (parcel) => parcel.discount),
    shipping: sumOf(parcels, (parcel) => parcel.shipping),
    shippingDiscount: sumOf(parcels, (parcel) => parcel.shippingDiscount),
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
  discount: number;
  shipping: number;
  shippingDiscount: number;
  tax: number;
  taxIncluded: boolean;
}

/** What is paid: the goods, the delivery, and the tax where prices are without it. */
export function grandTotal({ items, discount, shipping, shippingDiscount, tax, taxIncluded }: Figures): number {
  return items - discount + shipping - shippingDiscount + (taxIncluded ? 0 : tax);
}

export function totalsOf(figures: Figures, currency: Currency): Totals {
  return {
    items: money(figures.items, currency),
    discount: money(figures.discount, currency),
    shippingDiscount: money(figures.shippingDiscount, currency),
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
      return `${notice.title || 'A product'} is not on sale any more.`;
  }
}

/** An open checkout as the shopper sees it. */
export function viewCheckout(checkout: StoredCheckout, cart: CheckoutCart | null, quote: Quote, now: Date): Checkout {
  const priced = priceCheckout(checkout, cart, quote);
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
    savings: savingsOf(
      priced.parcels.flatMap(({ discounts }) => discounts),
      currency,
    ),
    refusedCoupons: cart?.refusedCoupons ?? [],
    revision: priced.revision,
    notices: (cart?.notices ?? []).map((notice) => ({
      message: noticeText(notice),
      variantId: notice.variantId,
      detail: notice,
    })),
    order: null,
  };
}
