import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { noteLowerPrices } from './note-lower-prices.ts';
import { noteReturnedStock } from './note-returned-stock.ts';
import { sendDue } from './send-due.ts';
import { tellOfTheDay } from './tell-of-the-day.ts';
import { tidyNotices } from './tidy-notices.ts';
import { watchCarts } from './watch-carts.ts';
import { watchPrices } from './watch-prices.ts';
import { watchWaits } from './watch-waits.ts';

/** What people wait for and what can wait for them: back in stock, lower prices, carts that were left, a seller's day. */
const functions = [
  watchWaits,
  noteReturnedStock,
  watchPrices,
  noteLowerPrices,
  watchCarts,
  tellOfTheDay,
  sendDue,
  tidyNotices,
];

export function createWaitingFunctions(
  inngest: Inngest.Any,
  dependencies: WorkflowDependencies,
): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
