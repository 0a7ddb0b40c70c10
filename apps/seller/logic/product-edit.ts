import type { SellerProduct, StockLevel, UpdateProduct } from '../types.ts';
import { parsePrice, priceText } from './prices.ts';

export interface VariantFields {
  price: string;
  compareAt: string;
  stock: string;
}

export interface ProductFields {
  title: string;
  description: string;
  status: SellerProduct['status'];
  variants: Record<string, VariantFields>;
}

export type ProductProblem =
  | 'titleMissing'
  | 'titleLong'
  | 'priceInvalid'
  | 'compareInvalid'
  | 'compareLow'
  | 'stockInvalid';

export function fieldsOf(product: SellerProduct, levels: readonly StockLevel[]): ProductFields {
  const onHand = new Map(levels.map((level) => [level.variantId, level.onHand]));
  return {
    title: product.title,
    description: product.description,
    status: product.status,
    variants: Object.fromEntries(
      product.variants.map((variant) => [
        variant.id,
        {
          price: priceText(variant.price.current.amount),
          compareAt: priceText(variant.price.compareAt?.amount ?? null),
          stock: String(onHand.get(variant.id) ?? 0),
        },
      ]),
    ),
  };
}

/** Keys are `title` or `<variant id>.<field>`. */
export function productProblems(fields: ProductFields): Record<string, ProductProblem> {
  const problems: Record<string, ProductProblem> = {};
  if (fields.title.trim() === '') problems.title = 'titleMissing';
  else if (fields.title.trim().length > 200) problems.title = 'titleLong';
  for (const [id, variant] of Object.entries(fields.variants)) {
    const price = parsePrice(variant.price);
    if (price === null || price === 0) problems[`${id}.price`] = 'priceInvalid';
    if (variant.compareAt.trim() !== '') {
      const compareAt = parsePrice(variant.compareAt);
      if (compareAt === null || compareAt === 0) problems[`${id}.compareAt`] = 'compareInvalid';
      else if (price !== null && compareAt <= price) problems[`${id}.compareAt`] = 'compareLow';
    }
    if (!/^\d{1,7}$/.test(variant.stock.trim()) || Number(variant.stock) > 1_000_000) {
      problems[`${id}.stock`] = 'stockInvalid';
    }
  }
  return problems;
}

/** Only what is different goes to the server; null when nothing is. Fields must be free of problems. */
export function productChanges(
  before: ProductFields,
  after: ProductFields,
  ids: Pick<UpdateProduct, 'sellerId' | 'productId' | 'version'>,
): UpdateProduct | null {
  const prices = Object.entries(after.variants).flatMap(([variantId, variant]) => {
    const old = before.variants[variantId];
    if (old && old.price === variant.price && old.compareAt === variant.compareAt) return [];
    const amount = parsePrice(variant.price);
    return amount ? [{ variantId, amount, compareAt: parsePrice(variant.compareAt) }] : [];
  });
  const changes = {
    ...(after.title.trim() !== before.title && { title: after.title.trim() }),
    ...(after.description !== before.description && { description: after.description }),
    ...(after.status !== before.status && { status: after.status }),
    ...(prices.length > 0 && { prices }),
  };
  return Object.keys(changes).length === 0 ? null : { ...ids, ...changes };
}

/** Variants whose count was changed by the person, with the new count. */
export function stockChanges(before: ProductFields, after: ProductFields): { variantId: string; onHand: number }[] {
  return Object.entries(after.variants).flatMap(([variantId, variant]) =>
    before.variants[variantId]?.stock === variant.stock ? [] : [{ variantId, onHand: Number(variant.stock) }],
  );
}
