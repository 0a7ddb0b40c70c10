import type { Cart, CartLine } from '../types.ts';

/** A removal that can still be undone, newest last. */
export interface Removal {
  line: CartLine;
  index: number;
}

/** Remembers where the line stood, so that undo puts it back there; null when it is not in the cart (any more). */
export function rememberRemoval(cart: Cart, variantId: string): Removal | null {
  const index = cart.lines.findIndex((line) => line.variantId === variantId);
  const line = cart.lines[index];
  return line ? { line, index } : null;
}

/** Removing the same variant again replaces its older removal: undo must restore the last quantity. */
export function pushRemoval(removals: readonly Removal[], removal: Removal): Removal[] {
  return [...removals.filter((other) => other.line.variantId !== removal.line.variantId), removal];
}

export function dropRemoval(removals: readonly Removal[], variantId: string): Removal[] {
  return removals.filter((removal) => removal.line.variantId !== variantId);
}
