import { router } from '@mallhive/trpc';
import type { Search } from '../index.ts';
import { analytics } from './analytics.ts';
import { click } from './click.ts';
import { deleteSynonym } from './delete-synonym.ts';
import { forYou } from './for-you.ts';
import { products } from './products.ts';
import { recommend } from './recommend.ts';
import { saveSynonym } from './save-synonym.ts';
import { suggest } from './suggest.ts';
import { synonyms } from './synonyms.ts';
import { trendingCategories } from './trending-categories.ts';

export default function createSearchRouter(search: Search) {
  return router({
    products: products(search),
    suggest: suggest(search),
    recommend: recommend(search),
    forYou: forYou(search),
    trendingCategories: trendingCategories(search),
    click: click(search),
    analytics: analytics(search),
    synonyms: synonyms(search),
    saveSynonym: saveSynonym(search),
    deleteSynonym: deleteSynonym(search),
  });
}
