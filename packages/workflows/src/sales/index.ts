import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { countRefunds } from './count-refunds.ts';
import { rollUpSales } from './roll-up-sales.ts';

/** What keeps the sales figures up with orders and ledger. */
const functions = [countRefunds, rollUpSales];

export function createSalesFunctions(inngest: Inngest.Any, dependencies: WorkflowDependencies): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
