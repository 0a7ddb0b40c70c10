import type { Analytics } from '../index.ts';
import { sellerLive } from './seller-live.ts';
import { sellerProductSales } from './seller-product-sales.ts';
import { sellerSales } from './seller-sales.ts';
import { sellerShoppers } from './seller-shoppers.ts';
import { shopLive } from './shop-live.ts';
import { shopProductSales } from './shop-product-sales.ts';
import { shopSales } from './shop-sales.ts';
import { shopSellers } from './shop-sellers.ts';
import { shopShoppers } from './shop-shoppers.ts';

/** The sales figures of the dashboards. */
export const salesProcedures = (analytics: Analytics) => ({
  sellerSales: sellerSales(analytics),
  sellerProductSales: sellerProductSales(analytics),
  sellerShoppers: sellerShoppers(analytics),
  sellerLive: sellerLive(analytics),
  shopSales: shopSales(analytics),
  shopProductSales: shopProductSales(analytics),
  shopShoppers: shopShoppers(analytics),
  shopSellers: shopSellers(analytics),
  shopLive: shopLive(analytics),
});
