import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { followReturn } from './follow-return.ts';
import { tellOfReturn } from './tell-of-return.ts';

/** What comes back: the seller and the shopper hear of it, stock and exchanges follow. */
export function createReturnFunctions(inngest: Inngest.Any, dependencies: WorkflowDependencies): InngestFunction.Any[] {
  return [tellOfReturn, followReturn].map((create) => create(inngest, dependencies));
}
