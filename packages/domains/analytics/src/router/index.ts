import { router } from '@mallhive/trpc';
import type { Analytics } from '../index.ts';
import { rails } from './rails.ts';
import { salesProcedures } from './sales.ts';
import { searchTerms } from './search-terms.ts';
import { sellerFunnel } from './seller-funnel.ts';
import { sellerProducts } from './seller-products.ts';
import { sellerToday } from './seller-today.ts';
import { shopFunnel } from './shop-funnel.ts';
import { shopProducts } from './shop-products.ts';

export default function createAnalyticsRouter(analytics: Analytics) {
  return router({
    sellerToday: sellerToday(analytics),
    sellerFunnel: sellerFunnel(analytics),
    sellerProducts: sellerProducts(analytics),
    shopFunnel: shopFunnel(analytics),
    shopProducts: shopProducts(analytics),
    searchTerms: searchTerms(analytics),
    rails: rails(analytics),
    ...salesProcedures(analytics),
  });
}
