import type { Product, Variant } from '../types.ts';

type Choosable = Pick<Product, 'options' | 'variants'>;
export type Choice = Record<string, string>;

/** The variant that the address names; else the first that can be bought, so that the page opens on something useful. */
export function initialVariant(product: Choosable, wantedId: string | null | undefined): Variant | undefined {
  return (
    product.variants.find((variant) => variant.id === wantedId) ??
    product.variants.find((variant) => variant.availableQuantity > 0) ??
    product.variants[0]
  );
}

function agrees(variant: Variant, choice: Choice, except?: string): boolean {
  return Object.entries(choice).every(([name, value]) => name === except || variant.optionValues[name] === value);
}

/**
 * What is shown after one value was chosen: the variant that keeps all other choices; if there is none, the one that
 * keeps the most of them, one in stock before one that is not.
 */
export function choose(product: Choosable, current: Variant, name: string, value: string): Variant {
  const wanted = { ...current.optionValues, [name]: value };
  const candidates = product.variants.filter((variant) => variant.optionValues[name] === value);
  const kept = (variant: Variant) =>
    Object.entries(wanted).filter(([option, chosen]) => variant.optionValues[option] === chosen).length;
  const exact = candidates.find((variant) => agrees(variant, wanted));
  if (exact) return exact;
  const ranked = [...candidates].sort(
    (left, right) =>
      kept(right) - kept(left) || Number(right.availableQuantity > 0) - Number(left.availableQuantity > 0),
  );
  return ranked[0] ?? current;
}

export type ValueState = 'available' | 'sold-out' | 'not-made';

/** How a value looks beside the other choices as they stand. */
export function valueState(product: Choosable, current: Variant, name: string, value: string): ValueState {
  const matching = product.variants.filter(
    (variant) => variant.optionValues[name] === value && agrees(variant, current.optionValues, name),
  );
  if (matching.length === 0) return 'not-made';
  return matching.some((variant) => variant.availableQuantity > 0) ? 'available' : 'sold-out';
}

/** What can be sent today; the rest of what can be bought comes later. */
export const inStockOf = (variant: Variant): number => variant.availableQuantity - variant.backorderQuantity;

/** Below this the page says how many are left. */
export const lowStockFrom = 5;

export type Availability =
  | { kind: 'in-stock' }
  | { kind: 'low'; left: number }
  | { kind: 'backorder' }
  | { kind: 'sold-out' };

export function availability(variant: Variant): Availability {
  if (variant.availableQuantity <= 0) return { kind: 'sold-out' };
  const left = inStockOf(variant);
  if (left <= 0) return { kind: 'backorder' };
  if (left <= lowStockFrom) return { kind: 'low', left };
  return { kind: 'in-stock' };
}

/** The address of the page with this variant chosen; other parts of the query stay. */
export function variantPath(path: string, variantId: string | null): string {
  const [beforeHash = '', hash] = path.split('#');
  const [pathname = '', search] = beforeHash.split('?');
  const params = new URLSearchParams(search);
  if (variantId) params.set('variant', variantId);
  else params.delete('variant');
  const query = params.toString();
  return `${pathname}${query ? `?${query}` : ''}${hash ? `#${hash}` : ''}`;
}

export function variantInPath(path: string): string | null {
  return new URLSearchParams(path.split('#')[0]?.split('?')[1]).get('variant');
}
