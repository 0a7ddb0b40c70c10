import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { creditLostOrder } from './credit-lost-order.ts';
import { creditRefund } from './credit-refund.ts';
import { invoiceOrder } from './invoice-order.ts';

/** The papers of an order: an invoice a seller when it is paid, a credit note for all that goes back. */
const functions = [invoiceOrder, creditRefund, creditLostOrder];

export function createInvoiceFunctions(
  inngest: Inngest.Any,
  dependencies: WorkflowDependencies,
): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
