import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { noteWaiting } from './note-waiting.ts';
import { tellOfLowStock } from './tell-of-low-stock.ts';
import { watchStock } from './watch-stock.ts';

/** What follows from what is in stock. */
const functions = [watchStock, tellOfLowStock, noteWaiting];

export function createStockFunctions(inngest: Inngest.Any, dependencies: WorkflowDependencies): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
