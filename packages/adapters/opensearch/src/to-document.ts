import { currencies } from '@mallhive/kernel';
import type { IndexRow } from '@mallhive/search/ports';

/** How much popularity lifts a result; the same as in PostgreSQL. */
const lift = 0.15;

/** A product as it stands in the index. */
export function toDocument(row: IndexRow): Record<string, unknown> {
  const texts = Object.entries(row.texts).flatMap(([locale, { title, heading, facets, body }]) => [
    [`title_${locale}`, title],
    [`heading_${locale}`, heading],
    [`facets_${locale}`, facets],
    [`body_${locale}`, body],
    [`exact_${locale}`, `${title} ${row.skuWords}`],
    [`terms_${locale}`, `${title} ${heading} ${facets}`],
    [`key_${locale}`, title],
  ]);
  return {
    id: row.id,
    locales: Object.keys(row.texts),
    ...Object.fromEntries(texts),
    skus: row.skus,
    categories: row.categories,
    seller: row.seller,
    facets: row.facets,
    counted: [...row.categories, row.seller, ...row.facets],
    ...Object.fromEntries(currencies.map((currency) => [`price_${currency}`, row.prices[currency]])),
    on_sale: row.onSale,
    rating: row.rating,
    rating_count: row.ratingCount,
    popularity: row.popularity,
    lift: 1 + lift * row.popularity,
    available: row.available,
    created_at: row.createdAt,
  };
}
