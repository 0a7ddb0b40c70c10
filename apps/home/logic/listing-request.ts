import type { ListingState, Sort } from './listing-state.ts';

/** What the page itself stands for; the shopper narrows within it. */
export type ListingScope =
  | { kind: 'category'; path: string }
  | { kind: 'seller'; slug: string }
  | { kind: 'sale' }
  | { kind: 'search' };

export const pageSize = 24;

export function defaultSort(scope: ListingScope): Sort {
  return scope.kind === 'search' ? 'relevance' : 'popular';
}

/** The sorts that mean something here: relevance needs words to be relevant to. */
export function sortsFor(scope: ListingScope): Sort[] {
  const common: Sort[] = ['popular', 'newest', 'price-asc', 'price-desc', 'rating'];
  return scope.kind === 'search' ? ['relevance', ...common] : common;
}

/** The input of `search.products` for a scope and a state. */
export function listingRequest(scope: ListingScope, state: ListingState) {
  return {
    query: state.query,
    ...(scope.kind === 'category' ? { category: scope.path } : {}),
    ...(scope.kind === 'seller' ? { seller: scope.slug } : {}),
    filters: state.filters,
    ...(state.priceMin === null ? {} : { priceMin: state.priceMin }),
    ...(state.priceMax === null ? {} : { priceMax: state.priceMax }),
    ...(state.minimumRating === null ? {} : { minimumRating: state.minimumRating }),
    inStock: state.inStock,
    onSale: state.onSale || scope.kind === 'sale',
    sort: state.sort ?? defaultSort(scope),
    limit: pageSize,
  };
}
