import type { z } from 'zod';
import type { Hit, searchInput, searchOutput } from './contract.ts';
import { decodeOffset, encodeOffset } from './cursor.ts';
import type { Database } from './database.repository.ts';
import { tooManyFilters } from './errors.ts';
import { arrangeFacets } from './facets.ts';
import { correctWords, runSearch, type SearchReply, type SearchRequest } from './search.repository.ts';
import type { SearchLog } from './search-log.ts';
import { queryWords } from './words.ts';

const maximumAttributeFilters = 8;

export function withBadges({ card, bestseller }: { card: Hit; bestseller: boolean }): Hit {
  return bestseller ? { ...card, badges: [...card.badges, 'bestseller'] } : card;
}

/**
 * One statement when something matches. When nothing does: the words are corrected and searched once more,
 * and if that is in vain, products that have at least one of the words.
 */
export async function searchProducts(
  db: Database,
  log: SearchLog,
  input: z.output<typeof searchInput>,
): Promise<z.infer<typeof searchOutput>> {
  const { category: categories = [], seller: sellers = [], ...attributes } = input.filters;
  if (input.category) categories.push(input.category);
  if (input.seller) sellers.push(input.seller);
  const chosenAttributes = Object.entries(attributes).filter(([, values]) => values.length > 0);
  if (chosenAttributes.length > maximumAttributeFilters) throw tooManyFilters();
  const offset = input.cursor ? decodeOffset(input.sort, input.cursor) : 0;
  const words = queryWords(input.query);
  const request: SearchRequest = {
    words,
    anyWord: false,
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
  const { reply, corrected } = nothing ? { reply: noReply, corrected: null } : await findSomething(db, request);

  if (words.length > 0 && offset === 0) log.record(words.join(' '), reply.total, corrected !== null);
  const chosen = new Map(chosenAttributes);
  if (request.categories) chosen.set('category', categories);
  if (request.sellers) chosen.set('seller', sellers);
  const { min, max } = reply.priceRange;
  const end = offset + input.limit;
  return {
    items: (reply.items ?? []).map(withBadges),
    total: reply.total,
    facets: arrangeFacets(reply.facets ?? [], chosen),
    priceRange: min === null || max === null ? null : { min, max },
    correctedQuery: corrected,
    nextCursor: end < reply.total ? encodeOffset(input.sort, end) : null,
  };
}

const noReply: SearchReply = {
  matched: 0,
  total: 0,
  items: null,
  priceRange: { min: null, max: null },
  facets: null,
};

async function findSomething(
  db: Database,
  request: SearchRequest,
): Promise<{ reply: SearchReply; corrected: string | null }> {
  const reply = await runSearch(db, request);
  if (reply.matched > 0 || request.words.length === 0) return { reply, corrected: null };
  const words = await correctWords(db, request.words);
  const changed = words.some((word, index) => word !== request.words[index]);
  if (changed) {
    const second = await runSearch(db, { ...request, words });
    if (second.matched > 0) return { reply: second, corrected: words.join(' ') };
  }
  if (words.length === 1) return { reply, corrected: null };
  const any = await runSearch(db, { ...request, words, anyWord: true });
  return { reply: any, corrected: changed && any.matched > 0 ? words.join(' ') : null };
}
