import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { copySeller } from './copy-seller.ts';
import { copyStock } from './copy-stock.ts';
import { copyViews } from './copy-views.ts';
import { learnFromOrder } from './learn-from-order.ts';
import { recordSale } from './record-sale.ts';
import { refreshDueCards } from './refresh-due-cards.ts';
import { refreshProduct } from './refresh-product.ts';
import { refreshRecommendations } from './refresh-recommendations.ts';
import { rollUpDay } from './roll-up-day.ts';

/** What keeps catalog, search and analytics up with the other domains and with each other. */
const functions = [
  refreshProduct,
  copyStock,
  copySeller,
  recordSale,
  learnFromOrder,
  copyViews,
  refreshDueCards,
  refreshRecommendations,
  rollUpDay,
];

export function createCatalogFunctions(
  inngest: Inngest.Any,
  dependencies: Pick<WorkflowDependencies, 'catalog' | 'search' | 'analytics' | 'web'>,
): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
