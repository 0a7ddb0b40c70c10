import { type Currency, money, times } from '@mallhive/kernel';
import type { StoredCart } from './cart-store.ts';
import type { Cart, CartLine, CartNotice } from './contract.ts';
import type { CartVariant } from './ports.ts';
import type { RefusedCoupon } from './promotions/contract.ts';
import { pricePromotions } from './promotions/price-promotions.ts';
import type { PricedPromotions } from './promotions/promotion.ts';

export function emptyCart(currency: Currency): Cart {
  const nothing = money(0, currency);
  return {
    id: null,
    lines: [],
    itemCount: 0,
    subtotal: nothing,
    discount: nothing,
    total: nothing,
    promotions: [],
    refusedCoupons: [],
    notices: [],
    purchasable: false,
  };
}

function lineNotice(stored: StoredCart['lines'][number], variant: CartVariant, available: number): CartNotice | null {
  const { variantId, title } = variant;
  if (!variant.published) return { kind: 'withdrawn', variantId, title };
  if (available <= 0) return { kind: 'sold-out', variantId, title };
  if (available < stored.quantity) return { kind: 'quantity-limited', variantId, title, available };
  const { unitPrice } = variant;
  if (unitPrice.currency === stored.seenCurrency && unitPrice.amount !== stored.seenPrice) {
    return {
      kind: 'price-changed',
      variantId,
      title,
      from: money(stored.seenPrice, unitPrice.currency),
      to: unitPrice,
    };
  }
  return null;
}

const availableOf = (line: StoredCart['lines'][number], variant: CartVariant): number =>
  variant.published ? Math.max(0, line.available) : 0;

/** Goods in stock are taken first. */
const backorderOf = ({ quantity, available, backorder }: StoredCart['lines'][number]): number =>
  Math.max(0, Math.min(quantity, available) - (available - (backorder ?? 0)));

/** What stands against buying the cart as it is, and what became dearer or cheaper. */
export function noticesOf(stored: StoredCart, variants: ReadonlyMap<string, CartVariant>): CartNotice[] {
  return stored.lines.flatMap((line) => {
    const variant = variants.get(line.variantId);
    if (!variant) return [{ kind: 'withdrawn', variantId: line.variantId, title: '' }];
    return lineNotice(line, variant, availableOf(line, variant)) ?? [];
  });
}

/** What promotions take off the lines that can be bought. */
export function pricedPromotions(
  stored: StoredCart,
  variants: ReadonlyMap<string, CartVariant>,
  currency: Currency,
  now: Date,
): PricedPromotions {
  const lines = stored.lines.flatMap(({ variantId, quantity, available }) => {
    const variant = variants.get(variantId);
    if (!variant?.published || available <= 0) return [];
    const { productId, categoryIds, seller, unitPrice } = variant;
    return [{ variantId, productId, categoryIds, sellerId: seller.id, unitPrice: unitPrice.amount, quantity }];
  });
  return pricePromotions(stored.promotions, lines, currency, now);
}

/** The codes of a cart that do not count now, with the reason. */
export function refusedCoupons({ refused }: PricedPromotions, currency: Currency): RefusedCoupon[] {
  return refused.flatMap(({ code, title, reason, minimum }) =>
    code === null ? [] : [{ code, title, reason, minimum: minimum === null ? null : money(minimum, currency) }],
  );
}

/**
 * The cart as it can be bought now. Lines keep the quantity the shopper chose; what stands against it is a notice.
 * A line whose variant is gone without trace is left out, with a notice.
 */
export function viewCart(
  stored: StoredCart,
  variants: ReadonlyMap<string, CartVariant>,
  currency: Currency,
  now: Date,
): Cart {
  const lines: CartLine[] = [];
  let subtotal = 0;
  for (const line of stored.lines) {
    const variant = variants.get(line.variantId);
    if (!variant) continue;
    const available = availableOf(line, variant);
    if (available > 0) subtotal += variant.unitPrice.amount * line.quantity;
    lines.push({
      id: line.id,
      variantId: line.variantId,
      productId: variant.productId,
      slug: variant.slug,
      title: variant.title,
      variantTitle: variant.variantTitle,
      imageUrl: variant.imageUrl,
      seller: variant.seller,
      unitPrice: variant.unitPrice,
      compareAt: variant.compareAt,
      quantity: line.quantity,
      availableQuantity: available,
      backorderQuantity: variant.published ? backorderOf(line) : 0,
      expectedOn: line.expectedOn,
      total: times(variant.unitPrice, line.quantity),
    });
  }
  const priced = pricedPromotions(stored, variants, currency, now);
  const discount = priced.applied.reduce((sum, { amount }) => sum + amount, 0);
  return {
    id: stored.id,
    lines,
    itemCount: lines.reduce((count, line) => count + line.quantity, 0),
    subtotal: money(subtotal, currency),
    discount: money(discount, currency),
    total: money(subtotal - discount, currency),
    promotions: priced.applied.map(({ promotionId, title, kind, code, amount }) => ({
      promotionId,
      title,
      kind,
      code,
      saves: money(amount, currency),
    })),
    refusedCoupons: refusedCoupons(priced, currency),
    notices: noticesOf(stored, variants),
    purchasable: lines.length > 0 && lines.every((line) => line.availableQuantity >= line.quantity),
  };
}
