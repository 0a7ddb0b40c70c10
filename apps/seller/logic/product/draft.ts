import type { StockLevel } from '../../types.ts';
import { localTime } from '../local-time.ts';
import { priceText } from '../prices.ts';
import {
  type Currency,
  currencies,
  type DraftTranslation,
  type EditorProduct,
  type PriceText,
  type ProductDraft,
  type TranslationLocale,
  translationLocales,
} from './types.ts';

type StoredTranslation = NonNullable<EditorProduct['translations']['de']>;

export const emptyTranslation = (): DraftTranslation => ({
  title: '',
  subtitle: '',
  descriptionHtml: '',
  highlights: '',
  seoTitle: '',
  seoDescription: '',
  options: {},
});

export const emptyPrices = (): Record<Currency, PriceText> => ({
  GBP: { amount: '', compareAt: '' },
  EUR: { amount: '', compareAt: '' },
  USD: { amount: '', compareAt: '' },
  JPY: { amount: '', compareAt: '' },
});

function translationOf(stored: StoredTranslation | undefined): DraftTranslation {
  if (!stored) return emptyTranslation();
  return { ...stored, highlights: stored.highlights.join('\n') };
}

/** What is stored, as the editor's fields hold it. */
export function draftOf(product: EditorProduct, levels: readonly StockLevel[]): ProductDraft {
  const stock = new Map(levels.map((level) => [level.variantId, String(level.onHand)]));
  return {
    title: product.title,
    subtitle: product.subtitle,
    descriptionHtml: product.descriptionHtml,
    highlights: product.highlights.join('\n'),
    seoTitle: product.seoTitle,
    seoDescription: product.seoDescription,
    brand: product.brand,
    categoryId: product.category.id,
    tags: product.tags.join(', '),
    attributeValues: product.attributeValues,
    attributes: product.attributes.map((attribute, index) => ({ key: `stored-${index}`, ...attribute })),
    slug: product.slug,
    images: product.images,
    options: product.options,
    variants: product.variants.map((variant) => ({
      key: variant.id,
      id: variant.id,
      sku: variant.sku,
      barcode: variant.barcode,
      weight: String(variant.weightGrams),
      stock: stock.get(variant.id) ?? '0',
      optionValueIds: variant.optionValueIds,
      imageIndexes: variant.imageIndexes,
      prices: Object.fromEntries(
        currencies.map((currency) => {
          const own = variant.prices[currency];
          const say = (amount: number | null | undefined) => priceText(amount ?? null, currency);
          return [currency, { amount: say(own?.amount), compareAt: say(own?.compareAt) }];
        }),
      ) as Record<Currency, PriceText>,
    })),
    sales: product.sales.map((sale, index) => ({
      key: sale.id ?? `stored-${index}`,
      id: sale.id ?? null,
      skus: sale.skus,
      startsAt: localTime(sale.startsAt),
      endsAt: localTime(sale.endsAt),
      kind: sale.reduction.kind,
      percent: sale.reduction.kind === 'percent' ? String(sale.reduction.percent) : '',
      amounts: Object.fromEntries(
        currencies.map((currency) => {
          const amount = sale.reduction.kind === 'amount' ? sale.reduction.amounts[currency] : undefined;
          return [currency, priceText(amount ?? null, currency)];
        }),
      ) as Record<Currency, string>,
    })),
    availableFrom: localTime(product.availableFrom),
    availableUntil: localTime(product.availableUntil),
    status: product.status,
    publishAt: localTime(product.publishAt),
    translations: Object.fromEntries(
      translationLocales.map((locale) => [locale, translationOf(product.translations[locale])]),
    ) as Record<TranslationLocale, DraftTranslation>,
  };
}
