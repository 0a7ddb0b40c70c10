import type { SearchableProduct } from './ports.ts';
import { skuWords, words } from './words.ts';

export interface FacetValue {
  name: string;
  value: string;
  label: string;
}

export interface IndexDocument {
  product: SearchableProduct;
  categories: FacetValue[];
  seller: FacetValue;
  facets: FacetValue[];
  /** By weight; the body finds but does not order. */
  text: { title: string; skus: string; heading: string; facets: string; body: string };
  /** Words a misspelt query may be corrected to. */
  terms: string[];
}

/** Long values are descriptions, not choices. */
const maximumValueLength = 40;
const join = (texts: readonly string[]) => texts.flatMap(words).join(' ');

/** Pure: how a product becomes findable. */
export function toDocument(product: SearchableProduct): IndexDocument {
  const pairs = [
    ...product.variants.flatMap((variant) => Object.entries(variant.optionValues)),
    ...product.attributes.map(({ name, value }): [string, string] => [name, value]),
    ...(product.brand ? [['Brand', product.brand] as [string, string]] : []),
  ].filter(([name, value]) => name && value && name.length <= 60 && value.length <= maximumValueLength);
  const facets = new Map(pairs.map(([name, value]) => [`${name}\0${value}`, { name, value, label: value }]));
  const categoryNames = product.categories.map(({ name }) => name);
  const text = {
    title: join([product.title]),
    skus: product.variants.flatMap(({ sku }) => skuWords(sku)).join(' '),
    heading: join([product.brand, product.subtitle, product.sellerName, ...categoryNames]),
    facets: join([...facets.values()].map(({ value }) => value)),
    body: join([...product.highlights, product.description]),
  };
  const terms = new Set(`${text.title} ${text.heading} ${text.facets}`.split(' '));
  return {
    product,
    categories: product.categories.map(({ path, name }) => ({ name: 'category', value: path, label: name })),
    seller: { name: 'seller', value: product.sellerSlug, label: product.sellerName },
    facets: [...facets.values()],
    text,
    terms: [...terms].filter((term) => term.length >= 3 && !/^\d+$/.test(term)),
  };
}
