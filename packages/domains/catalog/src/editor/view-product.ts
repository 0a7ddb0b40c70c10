import type { EditorProduct } from '../contract.ts';
import type { StoredState } from './product-state.ts';

/** The product as the editor shows it. `names` of people by id. */
export function viewProduct(stored: StoredState, names: ReadonlyMap<string, string>): EditorProduct {
  const {
    sellerId: _s,
    categoryId: _c,
    flagged: _f,
    publishedAt: _p,
    retired: _r,
    shown,
    updatedBy,
    ...product
  } = stored;
  const { currency } = stored;
  const skuOf = new Map(stored.variants.map(({ id, sku }) => [id, sku]));
  const variants = stored.variants.map((variant) => {
    const own = variant.prices[currency];
    const beside = shown[variant.id];
    return {
      ...variant,
      title: beside?.title ?? '',
      availableQuantity: beside?.availableQuantity ?? 0,
      price: {
        current: { amount: own?.amount ?? 0, currency },
        compareAt: own?.compareAt ? { amount: own.compareAt, currency } : null,
      },
      effectivePrices: beside?.effective ?? {},
    };
  });
  const lowest = variants
    .flatMap(({ effectivePrices }) => effectivePrices[currency] ?? [])
    .toSorted((left, right) => left.current.amount - right.current.amount)[0];
  return {
    ...product,
    image: stored.images[0] ?? null,
    variants,
    sales: stored.sales.map(({ id, variantIds, startsAt, endsAt, percent, amounts }) => ({
      id,
      skus: variantIds?.flatMap((variantId) => skuOf.get(variantId) ?? []) ?? null,
      startsAt,
      endsAt,
      reduction: percent === null ? { kind: 'amount', amounts: amounts ?? {} } : { kind: 'percent', percent },
    })),
    price: lowest ?? { current: { amount: 0, currency }, compareAt: null },
    priceMissing: variants.length === 0 || variants.some(({ prices }) => !prices[currency]),
    availableQuantity: variants.reduce((sum, { availableQuantity }) => sum + availableQuantity, 0),
    variantCount: variants.length,
    updatedBy: updatedBy === null ? null : { id: updatedBy, name: names.get(updatedBy) ?? '' },
  };
}
