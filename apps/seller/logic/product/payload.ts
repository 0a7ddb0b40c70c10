import { instantOf } from '../local-time.ts';
import { parsePrice } from '../prices.ts';
import {
  type Currency,
  currencies,
  type DraftTexts,
  type DraftVariant,
  type ProductDraft,
  type SaveProduct,
  translationLocales,
} from './types.ts';

/** Everything a save may carry, but for the ids. */
export type Payload = Required<Omit<SaveProduct, 'sellerId' | 'productId' | 'version'>>;
export type Part = keyof Payload;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

function texts(draft: DraftTexts) {
  return {
    title: draft.title.trim(),
    subtitle: draft.subtitle.trim(),
    descriptionHtml: draft.descriptionHtml,
    highlights: lines(draft.highlights),
    seoTitle: draft.seoTitle.trim(),
    seoDescription: draft.seoDescription.trim(),
  };
}

function pricesOf(variant: DraftVariant): NonNullable<Payload['variants'][number]['prices']> {
  return Object.fromEntries(
    currencies.flatMap((currency) => {
      const amount = parsePrice(variant.prices[currency].amount, currency);
      if (amount === null) return [];
      return [[currency, { amount, compareAt: parsePrice(variant.prices[currency].compareAt, currency) }]];
    }),
  );
}

/** What the fields say, as the server takes it. Fields must be free of problems. */
export function payloadOf(draft: ProductDraft): Payload {
  const optionIds = draft.options.length;
  return {
    ...texts(draft),
    brand: draft.brand.trim(),
    categoryId: draft.categoryId,
    tags: tagsOf(draft.tags),
    attributeValues: Object.fromEntries(
      Object.entries(draft.attributeValues).filter(
        ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
      ),
    ),
    attributes: draft.attributes
      .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
      .filter(({ name, value }) => name && value),
    slug: draft.slug.trim(),
    images: draft.images.map(({ url, alt, width, height }) => ({ url, alt: alt.trim(), width, height })),
    options: draft.options.map((option) => ({
      id: option.id,
      name: option.name.trim(),
      values: option.values.map(({ id, value, swatch }) => ({ id, value: value.trim(), swatch })),
    })),
    variants: draft.variants.map((variant) => ({
      ...(variant.id && { id: variant.id }),
      sku: variant.sku.trim(),
      barcode: variant.barcode.trim(),
      weightGrams: Number(variant.weight.trim() || 0),
      optionValueIds: variant.optionValueIds.slice(0, optionIds),
      imageIndexes: variant.imageIndexes.filter((index) => index < draft.images.length),
      prices: pricesOf(variant),
    })),
    sales: draft.sales.map((sale) => ({
      ...(sale.id && { id: sale.id }),
      skus: sale.skus,
      startsAt: instantOf(sale.startsAt),
      endsAt: instantOf(sale.endsAt),
      reduction:
        sale.kind === 'percent'
          ? { kind: 'percent' as const, percent: Number(sale.percent) }
          : {
              kind: 'amount' as const,
              amounts: Object.fromEntries(
                currencies.flatMap((currency: Currency) => {
                  const amount = parsePrice(sale.amounts[currency], currency);
                  return amount === null ? [] : [[currency, amount]];
                }),
              ),
            },
    })),
    availableFrom: instantOf(draft.availableFrom),
    availableUntil: instantOf(draft.availableUntil),
    status: draft.status,
    publishAt: draft.status === 'draft' ? instantOf(draft.publishAt) : null,
    translations: Object.fromEntries(
      translationLocales.map((locale) => {
        const { options, ...rest } = draft.translations[locale];
        return [locale, { ...texts(rest), options }];
      }),
    ),
  };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const partNames = (payload: Payload): Part[] => Object.keys(payload) as Part[];

/** Parts that differ. */
export function changedParts(before: ProductDraft, after: ProductDraft): Part[] {
  const [old, now] = [payloadOf(before), payloadOf(after)];
  return partNames(now).filter((part) => !same(old[part], now[part]));
}

/** Only what is different goes to the server. Order matters where parts name each other: options, variants and images go together. */
export function changesOf(before: ProductDraft, after: ProductDraft): Partial<Payload> {
  const parts = new Set(changedParts(before, after));
  if (parts.has('options') || parts.has('images')) parts.add('variants');
  if (parts.has('variants')) parts.add('options');
  const now = payloadOf(after);
  return Object.fromEntries([...parts].map((part) => [part, now[part]]));
}

/** Variants whose count the person changed. */
export function stockChanges(before: ProductDraft, after: ProductDraft): { sku: string; onHand: number }[] {
  const known = new Map(before.variants.map((variant) => [variant.key, variant.stock.trim()]));
  return after.variants.flatMap((variant) =>
    known.get(variant.key) === variant.stock.trim()
      ? []
      : [{ sku: variant.sku.trim(), onHand: Number(variant.stock.trim() || 0) }],
  );
}
