import type { Catalog } from '../../index.ts';
import { adminCounts } from './admin-counts.ts';
import { adminSaveTranslation } from './admin-save-translation.ts';
import { decideModeration } from './decide-moderation.ts';
import { exchangeRates } from './exchange-rates.ts';
import { flagProduct } from './flag-product.ts';
import { moderationQueue } from './moderation-queue.ts';
import { setExchangeRates } from './set-exchange-rates.ts';

/** What administrators decide besides the tree. */
export const administrationProcedures = (catalog: Catalog) => ({
  moderationQueue: moderationQueue(catalog),
  decideModeration: decideModeration(catalog),
  flagProduct: flagProduct(catalog),
  adminCounts: adminCounts(catalog),
  adminSaveTranslation: adminSaveTranslation(catalog),
  exchangeRates: exchangeRates(catalog),
  setExchangeRates: setExchangeRates(catalog),
});
