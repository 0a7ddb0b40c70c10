import type { Catalog } from '../../index.ts';
import { saveShopPage } from './save-shop-page.ts';
import { shopPage } from './shop-page.ts';

/** The seller’s own page. */
export const shopProcedures = (catalog: Catalog) => ({
  shopPage: shopPage(catalog),
  saveShopPage: saveShopPage(catalog),
});
