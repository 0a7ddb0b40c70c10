import type { Search } from '@mallhive/search';
import type { SearchableProduct } from '@mallhive/search/ports';
import { searchableProduct } from '@mallhive/search/testing';
import { generateShop } from '@mallhive/seed';
import { finderOf } from './finder.ts';
import { measure, type Quality } from './quality.ts';
import { type Kind, knownItems } from './queries.ts';

/** The demo shop's products, as far as their words go. */
export function demoCatalogue(): SearchableProduct[] {
  const { products } = generateShop({ now: new Date('2026-06-15T12:00:00Z') });
  return products.map(({ title, description }) => searchableProduct({ title, description }));
}

/** The quality of a search that holds `demoCatalogue()`, over a few dozen queries of each kind. */
export function sampleQuality(search: Search, products: readonly SearchableProduct[]): Promise<Record<Kind, Quality>> {
  return measure(
    finderOf(search),
    knownItems(
      products.map(({ title }) => title),
      40,
    ),
  );
}
