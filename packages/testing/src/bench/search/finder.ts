import type { Search } from '@mallhive/search';
import { searchInput } from '@mallhive/search/contract';
import type { Finder } from './quality.ts';

export const finderOf =
  (search: Search): Finder =>
  async (query) => {
    const { items } = await search.products(searchInput.parse({ query, limit: 10 }));
    return items.map(({ title }) => title);
  };
