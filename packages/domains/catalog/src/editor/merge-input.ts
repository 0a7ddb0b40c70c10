import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import type { ProductFields, saleSchema, variantEditSchema } from '../contract.ts';
import { plainText, sanitizeRichText } from '../rich-text.ts';
import type {
  OptionState,
  Problem,
  ProductContent,
  SaleState,
  StoredState,
  Translations,
  VariantState,
} from './product-state.ts';

type VariantInput = z.output<typeof variantEditSchema>;
export type FieldsInput = { [Field in keyof ProductFields]?: ProductFields[Field] | undefined };

/** Identity of the variants: their own ids, those of retired ones whose SKU comes back, new ones. */
function mergeVariants(stored: StoredState, inputs: readonly VariantInput[], problems: Problem[]): VariantState[] {
  const own = new Set([...stored.variants, ...stored.retired].map(({ id }) => id));
  const retired = new Map(stored.retired.map(({ id, sku }) => [sku, id]));
  const named = new Set(inputs.flatMap(({ id }) => (id ? [id] : [])));
  if (named.size < inputs.filter(({ id }) => id).length) problems.push({ path: 'variants', code: 'variant_twice' });
  return inputs.map(({ id, ...variant }, index) => {
    if (id && !own.has(id)) problems.push({ path: `variants.${index}`, code: 'variant_unknown' });
    const former = retired.get(variant.sku);
    // The SKU of a retired variant belongs to that one: orders name both.
    if (id && former && former !== id) problems.push({ path: `variants.${index}.sku`, code: 'sku_taken' });
    return { ...variant, id: id ?? former ?? newId() };
  });
}

function mergeSales(
  inputs: readonly z.output<typeof saleSchema>[],
  variants: readonly VariantState[],
  stored: StoredState,
  problems: Problem[],
): SaleState[] {
  const ids = new Map(variants.map(({ sku, id }) => [sku, id]));
  const own = new Set(stored.sales.map(({ id }) => id));
  const used = new Set<string>();
  return inputs.map(({ id, skus, startsAt, endsAt, reduction }, index) => {
    if (skus?.some((sku) => !ids.has(sku)) || skus?.length === 0) {
      problems.push({ path: `sales.${index}.skus`, code: 'sale_sku_unknown' });
    }
    const kept = id && own.has(id) && !used.has(id) ? id : newId();
    used.add(kept);
    return {
      id: kept,
      variantIds: skus?.flatMap((sku) => ids.get(sku) ?? []) ?? null,
      startsAt,
      endsAt,
      percent: reduction.kind === 'percent' ? reduction.percent : null,
      amounts: reduction.kind === 'amount' ? reduction.amounts : null,
    };
  });
}

const sanitizeTranslations = (translations: Translations): Translations =>
  Object.fromEntries(
    Object.entries(translations).map(([locale, translation]) => [
      locale,
      { ...translation, descriptionHtml: sanitizeRichText(translation.descriptionHtml) },
    ]),
  );

/** An instant as the database writes it, so that the same moment is not a change. */
const instant = (text: string | null) => text && new Date(text).toISOString();

/** The stored product with the input over it; what the input leaves out stays. Tells what cannot be merged. */
export function mergeInput(stored: StoredState, input: FieldsInput): { content: ProductContent; problems: Problem[] } {
  const problems: Problem[] = [];
  const { variants, sales, translations, descriptionHtml, ...plain } = input;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const content: ProductContent = { ...contentOf(stored), ...given };
  if (descriptionHtml !== undefined) content.descriptionHtml = sanitizeRichText(descriptionHtml);
  if (variants) content.variants = mergeVariants(stored, variants, problems);
  else if (input.options && sameIds(stored.options, input.options) === false)
    problems.push({ path: 'variants', code: 'option_values_wrong' });
  if (sales) content.sales = mergeSales(sales, content.variants, stored, problems);
  if (translations) content.translations = sanitizeTranslations(translations);
  content.tags = [...new Set(content.tags)];
  content.publishAt = content.status === 'draft' ? instant(content.publishAt) : null;
  content.availableFrom = instant(content.availableFrom);
  content.availableUntil = instant(content.availableUntil);
  const left = new Set(content.variants.map(({ id }) => id));
  content.sales = content.sales
    .map((sale) => ({ ...sale, startsAt: instant(sale.startsAt), endsAt: instant(sale.endsAt) }))
    .filter(({ variantIds }) => sales || variantIds === null || variantIds.some((id) => left.has(id)));
  return { content, problems };
}

/** Options may be renamed and reordered without a word about the variants, as long as no id goes. */
const sameIds = (before: readonly OptionState[], after: readonly OptionState[]) =>
  before.length === after.length && before.every(({ id }, index) => after[index]?.id === id);

/** Of a stored product, the part that an editor may change. */
export function contentOf(stored: StoredState): ProductContent {
  const { title, subtitle, descriptionHtml, highlights, brand, categoryId, tags, attributeValues, attributes } = stored;
  const { slug, seoTitle, seoDescription, images, options, variants, sales, availableFrom, availableUntil } = stored;
  const { status, publishAt, translations } = stored;
  const texts = { title, subtitle, descriptionHtml, highlights, brand, slug, seoTitle, seoDescription, translations };
  const place = { categoryId, tags, attributeValues, attributes, availableFrom, availableUntil, status, publishAt };
  return { ...texts, ...place, images, options, variants, sales };
}

/** What is stored of a variant besides what is edited: how it is called. */
export function variantRow(variant: VariantState, options: readonly OptionState[]) {
  const values = options.map(({ name, values: choices }, place) => {
    const choice = choices.find(({ id }) => id === variant.optionValueIds[place]);
    return [name, choice?.value ?? ''] as const;
  });
  return { ...variant, title: values.map(([, value]) => value).join(' / '), optionValues: Object.fromEntries(values) };
}

export const translationRows = (translations: Translations) =>
  Object.entries(translations).map(([locale, translation]) => ({
    ...translation,
    locale,
    description: plainText(translation.descriptionHtml),
  }));
