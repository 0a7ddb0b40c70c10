import { defaultLocale } from '@mallhive/kernel';
import type { z } from 'zod';
import type { searchInput, searchOutput } from './contract.ts';
import { decodeOffset, encodeOffset } from './cursor.ts';
import type { SearchEngine, SearchReply } from './engine.ts';
import { tooManyFilters } from './errors.ts';
import { arrangeFacets } from './facets.ts';
import { find } from './find.ts';
import { toHit } from './hit.ts';
import type { SearchPorts } from './ports.ts';
import type { SearchLog } from './search-log.ts';
import type { SynonymRules } from './synonyms.ts';
import { queryWords } from './words.ts';

const maximumAttributeFilters = 8;

export interface SearchTools {
  engine: SearchEngine;
  log: SearchLog;
  ports: SearchPorts;
  rules(locale: string): Promise<SynonymRules>;
  popularCategories(locale: string): Promise<{ path: string; name: string; count: number }[]>;
}

const noReply: SearchReply = {
  matched: 0,
  total: 0,
  items: null,
  priceRange: { min: null, max: null },
  facets: null,
};

/** One page of results with its facets; statistics are gathered beside it. */
export async function searchProducts(
  { engine, log, ports, rules, popularCategories }: SearchTools,
  input: z.output<typeof searchInput>,
): Promise<z.infer<typeof searchOutput>> {
  const { category: categories = [], seller: sellers = [], ...attributes } = input.filters;
  if (input.category) categories.push(input.category);
  if (input.seller) sellers.push(input.seller);
  const chosenAttributes = Object.entries(attributes).filter(([, values]) => values.length > 0);
  if (chosenAttributes.length > maximumAttributeFilters) throw tooManyFilters();
  const offset = input.cursor ? decodeOffset(input.sort, input.cursor) : 0;
  const words = queryWords(input.query);
  const { locale = defaultLocale, currency = ports.currency } = input;
  const request = {
    locale,
    currency,
    categories: categories.length > 0 ? categories : null,
    sellers: sellers.length > 0 ? sellers : null,
    attributes: chosenAttributes.map(([name, values]) => ({ name, values })),
    priceMin: input.priceMin ?? null,
    priceMax: input.priceMax ?? null,
    minimumRating: input.minimumRating ?? 0,
    inStock: input.inStock,
    onSale: input.onSale,
    sort: input.sort,
    offset,
    limit: input.limit,
  };
  // Only punctuation was typed: that matches nothing, while an empty query matches everything.
  const nothing = input.query !== '' && words.length === 0;
  const { reply, corrected, didYouMean, dropped } = nothing
    ? { reply: noReply, corrected: null, didYouMean: null, dropped: [] }
    : await find(engine, request, words, words.length > 0 ? await rules(locale) : new Map());

  if (words.length > 0 && offset === 0) log.record(words.join(' '), reply.total, corrected !== null);
  const chosen = new Map(chosenAttributes);
  if (request.categories) chosen.set('category', categories);
  if (request.sellers) chosen.set('seller', sellers);
  const { min, max } = reply.priceRange;
  const end = offset + input.limit;
  return {
    items: (reply.items ?? []).map((found) => toHit(found, currency)),
    total: reply.total,
    facets: arrangeFacets(reply.facets ?? [], chosen),
    priceRange: min === null || max === null ? null : { min, max },
    correctedQuery: corrected,
    didYouMean,
    droppedWords: dropped,
    popularCategories: reply.matched === 0 && input.query !== '' ? await popularCategories(locale) : [],
    nextCursor: end < reply.total ? encodeOffset(input.sort, end) : null,
  };
}
