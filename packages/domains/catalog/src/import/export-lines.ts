import { type Currency, currencies } from '@mallhive/kernel';
import { formatAmount } from './amounts.ts';
import { csvLine, joinList } from './cells.ts';
import { descriptionCell } from './description.ts';
import { fields, optionPlaces } from './fields.ts';
import type { ProductState, VariantState } from './state.repository.ts';

export const exportHeader = (): string => csvLine(fields.map(({ key }) => key));

function productCells(product: ProductState): Record<string, string> {
  const cells: Record<string, string> = {
    title: product.title,
    subtitle: product.subtitle,
    description: descriptionCell(product),
    brand: product.brand,
    category: product.category,
    status: product.status,
    tags: joinList(product.tags),
    highlights: joinList(product.highlights),
    attributes: joinList(product.attributes.map(({ name, value }) => `${name}: ${value}`)),
    seo_title: product.seoTitle,
    seo_description: product.seoDescription,
    images: joinList(product.images.map(({ url }) => url)),
    image_alts: product.images.some(({ alt }) => alt !== '') ? joinList(product.images.map(({ alt }) => alt)) : '',
  };
  for (const place of optionPlaces) cells[`option${place}_name`] = product.options[place - 1]?.name ?? '';
  return cells;
}

function variantCells(product: ProductState, variant: VariantState): Record<string, string> {
  const cells: Record<string, string> = {
    sku: variant.sku,
    barcode: variant.barcode,
    weight_grams: String(variant.weightGrams),
    variant_image: variant.imageIndex === null ? '' : String(variant.imageIndex + 1),
    stock: String(variant.stock),
  };
  for (const place of optionPlaces) {
    const option = product.options[place - 1];
    cells[`option${place}_value`] = option ? (variant.optionValues[option.name] ?? '') : '';
  }
  for (const currency of currencies as Currency[]) {
    const price = variant.prices[currency];
    const suffix = currency.toLowerCase();
    cells[`price_${suffix}`] = price ? formatAmount(price.amount, currency) : '';
    cells[`compare_at_${suffix}`] = price && price.compareAt !== null ? formatAmount(price.compareAt, currency) : '';
  }
  return cells;
}

/** A product's lines: what is the product's on the first, what is a variant's on each. */
export function exportLines(product: ProductState): string {
  const active = product.variants.filter((variant) => variant.active);
  return active
    .map((variant, index) => {
      const cells: Record<string, string> = {
        handle: product.handle,
        ...(index === 0 ? productCells(product) : {}),
        ...variantCells(product, variant),
      };
      return csvLine(fields.map(({ key }) => cells[key] ?? ''));
    })
    .join('');
}
