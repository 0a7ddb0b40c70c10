import { type Currency, money, times } from '@mallhive/kernel';
import type { Cart, CartLine, CartNotice } from './contract.ts';
import type { CartVariant } from './ports.ts';

/** A cart as stored, with what can be bought of each line now. */
export interface StoredCart {
  id: string;
  version: number;
  currency: Currency;
  status: 'active' | 'merged' | 'closed';
  lines: {
    id: string;
    variantId: string;
    quantity: number;
    seenPrice: number;
    seenCurrency: Currency;
    available: number;
  }[];
}

export function emptyCart(currency: Currency): Cart {
  return { id: null, lines: [], itemCount: 0, subtotal: money(0, currency), notices: [], purchasable: false };
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

/**
 * The cart as it can be bought now. Lines keep the quantity the shopper chose; what stands against it is a notice.
 * A line whose variant is gone without trace is left out, with a notice.
 */
export function viewCart(stored: StoredCart, variants: ReadonlyMap<string, CartVariant>, currency: Currency): Cart {
  const lines: CartLine[] = [];
  const notices: CartNotice[] = [];
  let subtotal = 0;
  for (const line of stored.lines) {
    const variant = variants.get(line.variantId);
    if (!variant) {
      notices.push({ kind: 'withdrawn', variantId: line.variantId, title: 'A product' });
      continue;
    }
    const available = variant.published ? Math.max(0, line.available) : 0;
    const notice = lineNotice(line, variant, available);
    if (notice) notices.push(notice);
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
      total: times(variant.unitPrice, line.quantity),
    });
  }
  return {
    id: stored.id,
    lines,
    itemCount: lines.reduce((count, line) => count + line.quantity, 0),
    subtotal: money(subtotal, currency),
    notices,
    purchasable: lines.length > 0 && lines.every((line) => line.availableQuantity >= line.quantity),
  };
}
