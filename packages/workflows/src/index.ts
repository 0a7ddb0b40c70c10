import type { Inngest, InngestFunction } from 'inngest';
import { createAccountFunctions } from './accounts/index.ts';
import { createBehaviourFunctions } from './behaviour/index.ts';
import { createCatalogFunctions } from './catalog/index.ts';
import { createCatalogFileFunctions } from './catalog-files/index.ts';
import type { WorkflowDependencies } from './dependencies.ts';
import { createGiftCardFunctions } from './gift-cards/index.ts';
import { createInvoiceFunctions } from './invoices/index.ts';
import { createOrderFunctions } from './orders/index.ts';
import { createPayoutFunctions } from './payouts/index.ts';
import { createPersonalDataFunctions } from './personal-data/index.ts';
import { createReturnFunctions } from './returns/index.ts';
import { createSalesFunctions } from './sales/index.ts';
import { createSellerFunctions } from './sellers/index.ts';
import { createSinkFunctions } from './sinks/index.ts';
import { createStockFunctions } from './stock/index.ts';
import { createWaitingFunctions } from './waiting/index.ts';
import { createWebhookFunctions } from './webhooks/index.ts';

export type { WorkflowDependencies } from './dependencies.ts';

/** All cross-domain functions, ready to be served. Each folder assembles its own; a function is one file. */
export function createFunctions(inngest: Inngest.Any, dependencies: WorkflowDependencies): InngestFunction.Any[] {
  return [
    ...createAccountFunctions(inngest, dependencies),
    ...createBehaviourFunctions(inngest, dependencies),
    ...createCatalogFunctions(inngest, dependencies),
    ...createCatalogFileFunctions(inngest, dependencies),
    ...createGiftCardFunctions(inngest, dependencies),
    ...createInvoiceFunctions(inngest, dependencies),
    ...createOrderFunctions(inngest, dependencies),
    ...createPayoutFunctions(inngest, dependencies),
    ...createPersonalDataFunctions(inngest, dependencies),
    ...createReturnFunctions(inngest, dependencies),
    ...createSalesFunctions(inngest, dependencies),
    ...createSellerFunctions(inngest, dependencies),
    ...createSinkFunctions(inngest, dependencies),
    ...createStockFunctions(inngest, dependencies),
    ...createWaitingFunctions(inngest, dependencies),
    ...createWebhookFunctions(inngest, dependencies),
  ];
}
