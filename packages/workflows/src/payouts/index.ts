import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { holdForReturn } from './hold-for-return.ts';
import { noteDelivery } from './note-delivery.ts';
import { runPayouts } from './run-payouts.ts';
import { tellOfPayout } from './tell-of-payout.ts';

/** From a parcel that arrived to money on a seller's account. */
const functions = [noteDelivery, holdForReturn, runPayouts, tellOfPayout];

export function createPayoutFunctions(inngest: Inngest.Any, dependencies: WorkflowDependencies): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
