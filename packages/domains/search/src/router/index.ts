import { router } from '@mallhive/trpc';
import type { Search } from '../index.ts';
import { products } from './products.ts';
import { recommend } from './recommend.ts';
import { suggest } from './suggest.ts';

export default function createSearchRouter(search: Search) {
  return router({
    products: products(search),
    suggest: suggest(search),
    recommend: recommend(search),
  });
}
