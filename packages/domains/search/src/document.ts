import { type Currency, currencies, type Locale, locales } from '@mallhive/kernel';
import type { ProductTexts, SearchableProduct } from './ports.ts';
import { skuWords, words } from './words.ts';

export interface FacetValue {
  name: string;
  value: string;
  label: string;
  /** By language: what the facet and the value are called. */
  labels: Record<string, [name: string, label: string]>;
}

/** By weight; the body finds but does not order. */
export interface DocumentText {
  /** As it is shown. */
  shown: string;
  title: string;
  heading: string;
  facets: string;
  body: string;
}

export interface IndexDocument {
  product: SearchableProduct;
  categories: FacetValue[];
  seller: FacetValue;
  facets: FacetValue[];
  skus: string[];
  skuWords: string;
  /** English always, other languages where something is translated. */
  texts: Partial<Record<Locale, DocumentText>> & { en: DocumentText };
  /** In the order of the kernel's currencies. */
  prices: number[];
  compareAt: (number | null)[];
  onSale: Currency[];
}

/** Long values are descriptions, not choices. */
const maximumValueLength = 40;
const join = (texts: readonly string[]) => texts.flatMap(words).join(' ');

function facetsOf({ variants, attributes, brand }: SearchableProduct): FacetValue[] {
  const plain = (name: string, value: string): FacetValue => ({ name, value, label: value, labels: {} });
  const own = attributes
    .filter(({ filterable }) => filterable)
    .map(({ name, value, names, values }): FacetValue => {
      const translated = new Set([...Object.keys(names), ...Object.keys(values)]);
      const labels = [...translated].map((locale) => [locale, [names[locale] ?? name, values[locale] ?? value]]);
      return { ...plain(name, value), labels: Object.fromEntries(labels) };
    });
  const all = [
    ...variants.flatMap(({ optionValues }) => Object.entries(optionValues).map(([name, value]) => plain(name, value))),
    ...own,
    ...(brand ? [plain('Brand', brand)] : []),
  ].filter(({ name, value }) => name && value && name.length <= 60 && value.length <= maximumValueLength);
  return [...new Map(all.map((facet) => [`${facet.name}\0${facet.value}`, facet])).values()];
}

function textIn(product: SearchableProduct, locale: Locale, facets: readonly FacetValue[]): DocumentText {
  const translation: Partial<ProductTexts> = product.translations[locale] ?? {};
  const shown = translation.title || product.title;
  const attributes = product.attributes.map(({ value, values }) => values[locale] ?? value);
  return {
    shown,
    title: join([shown]),
    heading: join([
      product.brand,
      translation.subtitle || product.subtitle,
      product.sellerName,
      ...product.categories.map(({ name, names }) => names[locale] ?? name),
      ...product.tags,
    ]),
    facets: join([...new Set([...facets.map(({ label, labels }) => labels[locale]?.[1] ?? label), ...attributes])]),
    body: join([
      ...(translation.highlights?.length ? translation.highlights : product.highlights),
      translation.description || product.description,
    ]),
  };
}

/** Languages in which anything of the product is translated. */
function languagesOf({ translations, categories, attributes }: SearchableProduct): Locale[] {
  const known = new Set([
    ...Object.keys(translations),
    ...categories.flatMap(({ names }) => Object.keys(names)),
    ...attributes.flatMap(({ names, values }) => [...Object.keys(names), ...Object.keys(values)]),
  ]);
  return locales.filter((locale) => locale !== 'en' && known.has(locale));
}

/** Pure: how a product becomes findable. */
export function toDocument(product: SearchableProduct): IndexDocument {
  const facets = facetsOf(product);
  const codes = product.variants.flatMap(({ sku, barcode }) => [sku, barcode]).filter(Boolean);
  const others = languagesOf(product).map((locale) => [locale, textIn(product, locale, facets)]);
  return {
    product,
    categories: product.categories.map(({ path, name, names }) => ({
      name: 'category',
      value: path,
      label: name,
      labels: Object.fromEntries(Object.entries(names).map(([locale, label]) => [locale, ['', label]])),
    })),
    seller: { name: 'seller', value: product.sellerSlug, label: product.sellerName, labels: {} },
    facets,
    skus: [...new Set(codes.map((code) => words(code).join('')).filter(Boolean))],
    skuWords: codes.flatMap((code) => skuWords(code)).join(' '),
    texts: { ...Object.fromEntries(others), en: textIn(product, 'en', facets) },
    prices: currencies.map((currency) => product.prices[currency].amount),
    compareAt: currencies.map((currency) => product.prices[currency].compareAt),
    onSale: currencies.filter((currency) => product.prices[currency].compareAt !== null),
  };
}

/** Words of one language that a misspelt query may be corrected to. */
export function termsOf({ title, heading, facets }: DocumentText): string[] {
  const terms = new Set(`${title} ${heading} ${facets}`.split(' '));
  return [...terms].filter((term) => term.length >= 3 && !/^\d+$/.test(term));
}
