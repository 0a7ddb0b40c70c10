import type { Cart, CartLine } from '../types.ts';

/** What the shopper sees until the server has answered; the server's cart always replaces it. */
export function withQuantity(cart: Cart, variantId: string, quantity: number): Cart {
  const lines = cart.lines.flatMap((line) => {
    if (line.variantId !== variantId) return [line];
    if (quantity <= 0) return [];
    return [{ ...line, quantity, total: { ...line.total, amount: line.unitPrice.amount * quantity } }];
  });
  return recount(cart, lines);
}

/** An add of a variant whose price is not known here yet: only the count can go ahead of the server. */
export function withAdded(cart: Cart, variantId: string, quantity: number): Cart {
  const line = cart.lines.find((candidate) => candidate.variantId === variantId);
  if (line) return withQuantity(cart, variantId, line.quantity + quantity);
  return { ...cart, itemCount: cart.itemCount + quantity };
}

/** Undo of a removal: the line comes back where it was. */
export function withRestored(cart: Cart, line: CartLine, index: number): Cart {
  if (cart.lines.some((candidate) => candidate.variantId === line.variantId)) {
    return withQuantity(cart, line.variantId, line.quantity);
  }
  return recount(cart, [...cart.lines.slice(0, index), line, ...cart.lines.slice(index)]);
}

function recount(cart: Cart, lines: CartLine[]): Cart {
  const subtotal = lines.reduce((amount, line) => amount + line.total.amount, 0);
  return {
    ...cart,
    lines,
    itemCount: lines.reduce((count, line) => count + line.quantity, 0),
    subtotal: { ...cart.subtotal, amount: subtotal },
    total: { ...cart.total, amount: Math.max(0, subtotal - cart.discount.amount) },
    purchasable: lines.length > 0 && lines.every((line) => line.quantity <= line.availableQuantity),
  };
}

export interface SellerGroup {
  seller: CartLine['seller'];
  lines: CartLine[];
  subtotal: CartLine['total'];
}

/** One group for each parcel, in the order in which their first lines were added. */
export function groupBySeller(lines: readonly CartLine[]): SellerGroup[] {
  const groups = new Map<string, SellerGroup>();
  for (const line of lines) {
    const group = groups.get(line.seller.id);
    if (group) {
      group.lines.push(line);
      group.subtotal = { ...group.subtotal, amount: group.subtotal.amount + line.total.amount };
    } else {
      groups.set(line.seller.id, { seller: line.seller, lines: [line], subtotal: line.total });
    }
  }
  return [...groups.values()];
}

/** The most a stepper may offer: never more than can be bought, never less than what is in the cart already. */
export function stepperMaximum(line: Pick<CartLine, 'quantity' | 'availableQuantity'>, limit = 99): number {
  return Math.min(limit, Math.max(line.availableQuantity, line.quantity, 1));
}

/** `99+` keeps the badge round. */
export function badgeText(count: number): string {
  return count > 99 ? '99+' : String(count);
}
