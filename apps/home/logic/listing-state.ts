/** What a shopper has chosen on a listing, and how it stands in the address. */

export const sorts = ['relevance', 'popular', 'newest', 'price-asc', 'price-desc', 'rating'] as const;
export type Sort = (typeof sorts)[number];

export type ListingState = {
  query: string;
  /** Facet name to chosen values. */
  filters: Record<string, string[]>;
  /** Minor units. */
  priceMin: number | null;
  priceMax: number | null;
  minimumRating: number | null;
  inStock: boolean;
  onSale: boolean;
  sort: Sort | null;
};

export const emptyState: ListingState = {
  query: '',
  filters: {},
  priceMin: null,
  priceMax: null,
  minimumRating: null,
  inStock: false,
  onSale: false,
  sort: null,
};

const facetPrefix = 'f.';
/** The limits of the API, so that an address made by hand is answered and not refused. */
const mostFacets = 20;
const mostValues = 30;

function amount(text: string | undefined): number | null {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Reads `?q=…&f.Colour=Oak&f.Colour=Ash&price=1000-5000&rating=4&stock=1&sale=1&sort=price-asc`; what makes no sense is left out. */
export function parseListing(search: URLSearchParams): ListingState {
  const filters: Record<string, string[]> = {};
  for (const key of new Set(search.keys())) {
    const name = key.startsWith(facetPrefix) ? key.slice(facetPrefix.length) : '';
    if (!name || name.length > 60 || Object.keys(filters).length >= mostFacets) continue;
    const values = [...new Set(search.getAll(key))].filter((value) => value && value.length <= 120).sort();
    if (values.length > 0) filters[name] = values.slice(0, mostValues);
  }
  const [low, high] = (search.get('price') ?? '').split('-');
  const priceMin = amount(low);
  const priceMax = amount(high);
  const crossed = priceMin !== null && priceMax !== null && priceMin > priceMax;
  const rating = Number(search.get('rating'));
  const sort = search.get('sort');
  return {
    query: (search.get('q') ?? '').trim().slice(0, 200),
    filters,
    priceMin: crossed ? priceMax : priceMin,
    priceMax: crossed ? priceMin : priceMax,
    minimumRating: rating >= 1 && rating <= 5 ? rating : null,
    inStock: search.get('stock') === '1',
    onSale: search.get('sale') === '1',
    sort: sorts.find((known) => known === sort) ?? null,
  };
}

/** The same state gives the same address, whatever the order of clicks. */
export function listingSearch(state: ListingState): string {
  const search = new URLSearchParams();
  if (state.query) search.set('q', state.query);
  for (const name of Object.keys(state.filters).sort()) {
    for (const value of [...(state.filters[name] ?? [])].sort()) search.append(facetPrefix + name, value);
  }
  if (state.priceMin !== null || state.priceMax !== null) {
    search.set('price', `${state.priceMin ?? ''}-${state.priceMax ?? ''}`);
  }
  if (state.minimumRating !== null) search.set('rating', String(state.minimumRating));
  if (state.inStock) search.set('stock', '1');
  if (state.onSale) search.set('sale', '1');
  if (state.sort) search.set('sort', state.sort);
  const text = search.toString();
  return text ? `?${text}` : '';
}

export function sameListing(left: ListingState, right: ListingState): boolean {
  return listingSearch(left) === listingSearch(right);
}

/** The state with one value of a facet chosen, or no longer. */
export function toggleValue(state: ListingState, name: string, value: string): ListingState {
  const chosen = state.filters[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((entry) => entry !== value) : [...chosen, value].sort();
  const { [name]: _, ...others } = state.filters;
  return { ...state, filters: next.length > 0 ? { ...others, [name]: next } : others };
}

/** Everything that narrows is taken away; what was searched for and how it is sorted stay. */
export function cleared(state: ListingState): ListingState {
  return { ...emptyState, query: state.query, sort: state.sort };
}

/** How many choices narrow the list. */
export function choiceCount(state: ListingState): number {
  return (
    Object.values(state.filters).reduce((total, values) => total + values.length, 0) +
    Number(state.priceMin !== null || state.priceMax !== null) +
    Number(state.minimumRating !== null) +
    Number(state.inStock) +
    Number(state.onSale)
  );
}
