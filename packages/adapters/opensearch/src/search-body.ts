import type { IndexQuery } from '@mallhive/search/ports';
import { type Query, wordsQuery } from './words-query.ts';

type Sorting = Record<string, 'asc' | 'desc'>;

function sorting({ sort, slots, currency }: IndexQuery): Sorting[] {
  const popular: Sorting[] = [{ popularity: 'desc' }, { rating_count: 'desc' }, { id: 'asc' }];
  switch (sort) {
    case 'relevance':
      return slots.length > 0 ? [{ _score: 'desc' }, { popularity: 'desc' }, { id: 'asc' }] : popular;
    case 'popular':
      return popular;
    case 'newest':
      return [{ created_at: 'desc' }, { id: 'asc' }];
    case 'price-asc':
      return [{ [`price_${currency}`]: 'asc' }, { popularity: 'desc' }, { id: 'asc' }];
    case 'price-desc':
      return [{ [`price_${currency}`]: 'desc' }, { popularity: 'desc' }, { id: 'asc' }];
    case 'rating':
      return [{ rating: 'desc' }, { rating_count: 'desc' }, { id: 'asc' }];
  }
}

/** What a shopper chose, by dimension: counts of a facet leave out its own. */
export function choicesOf(query: IndexQuery): Map<string, Query> {
  const { categories, sellers, attributes, priceMin, priceMax, currency } = query;
  const choices = new Map<string, Query>();
  if (priceMin !== null || priceMax !== null) {
    const range = { ...(priceMin !== null && { gte: priceMin }), ...(priceMax !== null && { lte: priceMax }) };
    choices.set('price', { range: { [`price_${currency}`]: range } });
  }
  if (categories) choices.set('categories', { terms: { categories } });
  if (sellers) choices.set('sellers', { terms: { seller: sellers } });
  for (const [index, ids] of attributes.entries()) choices.set(`attribute-${index}`, { terms: { facets: ids } });
  return choices;
}

/** More values than this say nothing to anybody. */
const mostValues = 2_000;

/** The request to `_search` for one page, its counts and its price range. */
export function searchBody(query: IndexQuery): Record<string, unknown> {
  const choices = choicesOf(query);
  const narrowed = (without?: string): Query => {
    const filter = [...choices].filter(([name]) => name !== without).map(([, choice]) => choice);
    return filter.length > 0 ? { bool: { filter } } : { match_all: {} };
  };
  const counted = (field: string, without?: string) => ({
    filter: narrowed(without),
    aggs: { values: { terms: { field, size: mostValues } } },
  });
  const always: Query[] = [
    ...(query.inStock ? [{ term: { available: true } }] : []),
    ...(query.onSale ? [{ term: { on_sale: query.currency } }] : []),
    ...(query.minimumRating > 0 ? [{ range: { rating: { gte: query.minimumRating } } }] : []),
  ];
  const { slots, text, locale, anySlot, currency } = query;
  const words = slots.length > 0 ? [wordsQuery(slots, text, locale, anySlot)] : [];
  const matching = { bool: { must: words, filter: always } };
  const price = `price_${currency}`;
  return {
    size: query.limit,
    from: query.offset,
    track_total_hits: true,
    track_scores: false,
    query:
      words.length > 0 && query.sort === 'relevance'
        ? {
            function_score: {
              query: matching,
              field_value_factor: { field: 'lift', missing: 1 },
              boost_mode: 'multiply',
            },
          }
        : matching,
    ...(choices.size > 0 && { post_filter: narrowed() }),
    sort: sorting(query),
    docvalue_fields: ['id'],
    aggs: {
      matched: { filter: { match_all: {} } },
      shown: counted('counted'),
      price: {
        filter: narrowed('price'),
        aggs: { min: { min: { field: price } }, max: { max: { field: price } } },
      },
      ...Object.fromEntries(
        [...choices.keys()]
          .filter((name) => name !== 'price')
          .map((name) => [
            `own-${name}`,
            counted(name === 'categories' ? 'categories' : name === 'sellers' ? 'seller' : 'facets', name),
          ]),
      ),
    },
  };
}
